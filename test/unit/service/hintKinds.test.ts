import { describe, expect, test } from 'vitest';
import { defaultHints, readHints } from '../../../server/src/service';
import manifest from '../../../package.json';

describe('the kinds of hints', () => {
  test('have the defaults of the manifest', () => {
    const settings = new Map<string, { default: unknown }>(
      manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
    );
    const wanted = ['durations', 'addresses', 'effects'].filter(
      (kind) => settings.get(`vpnconn.inlayHints.${kind}`)?.default === true,
    );
    expect([...defaultHints]).toEqual(wanted);
    expect(wanted).toEqual(['durations', 'addresses']);
  });

  test.each([
    [undefined, ['durations', 'addresses']],
    [null, ['durations', 'addresses']],
    ['on', ['durations', 'addresses']],
    [{ durations: 'yes' }, ['durations', 'addresses']],
    [{ effects: true }, ['durations', 'addresses', 'effects']],
    [{ durations: false, addresses: false }, []],
  ])('of %j are %j', (setting, kinds) => {
    expect([...readHints(setting)]).toEqual(kinds);
  });
});
