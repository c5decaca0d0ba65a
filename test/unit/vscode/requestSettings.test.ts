// Values of settings may be anything: they are edited by hand.
import { describe, expect, test } from 'vitest';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { requestSettings } from '../../../client/src/vscode/ports/requestSettings';

const read = (values: Readonly<Record<string, unknown>>) => requestSettings((key) => values[key]);

describe('requestSettings', () => {
  test('has neither endpoint nor region when nothing is set', () => {
    expect(read({})).toEqual({ timeoutSeconds: Number.NaN });
  });

  test('takes what is set, without the blanks around it', () => {
    const values = { endpoint: ' https://vpn.example.com ', region: 'eu-west-101\n' };
    expect(read({ ...values, 'request.timeoutSeconds': 5 })).toEqual({
      endpoint: 'https://vpn.example.com',
      region: 'eu-west-101',
      timeoutSeconds: 5,
    });
  });

  test('hands the list of targets over as the core understands it', () => {
    const targets = [{ name: 'a', region: 'eu-west-101' }, { name: 'b' }];
    expect(read({ targets }).targets).toEqual(parseTargetDefinitions(targets));
    expect(read({ targets }).targets?.complaints).toHaveLength(1);
  });

  test.each(['', '  ', 0, null, true, ['https://a'], { a: 1 }])('counts %j as not set', (value) => {
    expect(read({ endpoint: value, region: value })).toEqual({ timeoutSeconds: Number.NaN });
  });

  test('takes names of variables, and nothing else, from a list', () => {
    const key = 'secrets.allowedEnvironmentVariables';
    expect(read({ [key]: ['A', 1, null, 'B'] }).allowedVariables).toEqual(['A', 'B']);
    for (const value of ['A', {}, null, []]) {
      expect(read({ [key]: value }).allowedVariables).toBeUndefined();
    }
  });

  test.each(['30', null, true])('takes no time from %j', (value) => {
    expect(read({ 'request.timeoutSeconds': value }).timeoutSeconds).toBeNaN();
  });
});
