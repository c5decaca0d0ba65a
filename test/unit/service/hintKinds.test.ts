import { describe, expect, test } from 'vitest';
import { defaultHints, readHints } from '../../../server/src/service';
import manifest from '../../../package.json';

describe('the kinds of hints', () => {
  test('have the defaults of the manifest', () => {
    const settings = new Map<string, { default: unknown }>(
      manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
    );
    const wanted = ['durations', 'addresses', 'names', 'effects'].filter(
      (kind) => settings.get(`vpnconn.inlayHints.${kind}`)?.default === true,
    );
    expect([...defaultHints]).toEqual(wanted);
    expect(wanted).toEqual(['durations', 'names']);
  });

  test.each([
    [undefined, ['durations', 'names']],
    [null, ['durations', 'names']],
    ['on', ['durations', 'names']],
    [{ durations: 'yes' }, ['durations', 'names']],
    [{ effects: true }, ['durations', 'names', 'effects']],
    [{ addresses: true }, ['durations', 'addresses', 'names']],
    [{ durations: false, addresses: false, names: false }, []],
  ])('of %j are %j', (setting, kinds) => {
    expect([...readHints(setting)]).toEqual(kinds);
  });
});
