// Severities from the setting: what they change on the screen and for sending.
import { describe, expect, test } from 'vitest';
import {
  createSnapshot,
  diagnostics,
  prepareUpdate,
  readPolicy,
} from '../../../server/src/service';
import { severityChoices } from '../../../server/src/service/features/policy';
import { silenceableIds } from '../../../server/src/service/rules/suppressions';
import manifest from '../../../package.json';
import { updateText } from '../../support/updateText';

/** The diagnostics of a body as `severity code`, 1 for an error. */
function shown(body: string, setting: unknown): readonly string[] {
  return diagnostics(createSnapshot(updateText(body)), 'file:///a', readPolicy(setting)).map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}

const weak = 'ikepolicy: {encryption_algorithm: 3des}';

describe('the severity of a rule', () => {
  test.each([
    ['error', ['1 crypto/weak']],
    ['warning', ['2 crypto/weak']],
    ['information', ['3 crypto/weak']],
    ['off', []],
  ])('is %s when the setting says so', (severity, expected) => {
    expect(shown(weak, { 'crypto/weak': severity })).toEqual(expected);
  });

  test.each([
    undefined,
    null,
    'off',
    7,
    [],
    {},
    { 'crypto/weak': 'hint' },
    { 'crypto/weak': ['off'] },
    { 'crypto/weak': null },
    { 'crypto/*': 'off' },
    JSON.parse('{"__proto__": {"crypto/weak": "off"}, "constructor": "off"}'),
  ])('is its own with %j', (setting) => {
    expect(shown(weak, setting)).toEqual(['2 crypto/weak']);
  });

  test('of errors of YAML and of the table cannot be changed', () => {
    expect(shown('ikepolicy: {ike_version: v9}', { 'schema/enum': 'off' })).toEqual([
      '1 schema/enum',
    ]);
    expect(shown('name: a\nname: b', { 'yaml/duplicate-key': 'warning' })).toEqual([
      '1 yaml/duplicate-key',
    ]);
    expect(shown('name: a\npsk: !secret', { 'psk/reference': 'off' })).toEqual(['1 psk/reference']);
  });

  test('of a warning of the table can', () => {
    expect(shown('enable_hub: true', { 'schema/newer-field': 'off' })).toEqual([]);
  });

  test('of comments that silence nothing can', () => {
    const comment = '# vpnconn-disable-next-line psk/literal crypto/weka\nname: a';
    expect(shown(comment, {})).toEqual(['3 suppress/unused', '2 suppress/unknown']);
    expect(shown(comment, { 'suppress/unused': 'warning', 'suppress/unknown': 'off' })).toEqual([
      '2 suppress/unused',
    ]);
  });

  test('is not raised where a missing fact keeps a finding mild, but can be lowered', () => {
    const alone = 'psk: !secret a';
    expect(shown(alone, {})).toEqual(['3 psk/no-effect']);
    expect(shown(alone, { 'psk/no-effect': 'error' })).toEqual(['3 psk/no-effect']);
    expect(shown(alone, { 'psk/no-effect': 'off' })).toEqual([]);
  });

  test('raised to an error can still be silenced by a comment', () => {
    const silenced = '# vpnconn-disable-next-line schema/newer-field\nenable_hub: true';
    expect(shown('enable_hub: true', { 'schema/newer-field': 'error' })).toEqual([
      '1 schema/newer-field',
    ]);
    expect(shown(silenced, { 'schema/newer-field': 'error' })).toEqual([]);
  });
});

describe('sending', () => {
  const prepare = (text: string, setting: unknown) =>
    prepareUpdate(createSnapshot(text), { line: 0, character: 0 }, 1, readPolicy(setting));
  const wrong = updateText('tunnel_local_address: 169.254.195.1/30');

  test('waits for the mend of an error', () => {
    expect(prepare(wrong, {})).toMatchObject({
      kind: 'refused',
      firstError: { code: 'tunnel/reserved' },
    });
  });

  test('goes on with a warning when the setting makes it one', () => {
    const warning = prepare(wrong, { 'tunnel/reserved': 'warning' });
    expect(warning).toMatchObject({ kind: 'ready', update: { warnings: [expect.any(String)] } });
  });

  test('goes on without a word when it is hidden', () => {
    const quiet = { kind: 'ready', update: { warnings: [] } };
    expect(prepare(wrong, { 'tunnel/reserved': 'off' })).toMatchObject(quiet);
    expect(prepare(`# vpnconn-disable-file tunnel/reserved\n${wrong}`, {})).toMatchObject(quiet);
  });

  test('stops at a warning that is made an error', () => {
    expect(prepare(updateText(weak), { 'crypto/weak': 'error' })).toMatchObject({
      kind: 'refused',
      errorCount: 1,
    });
  });
});

test('the setting in the manifest offers every severity for every problem that has a choice', () => {
  const setting = manifest.contributes.configuration
    .map(({ properties }) => properties['vpnconn.rules' as keyof typeof properties])
    .find((each: unknown) => each !== undefined) as unknown as {
    readonly properties: Readonly<Record<string, { readonly enum: readonly string[] }>>;
  };
  expect(Object.keys(setting.properties).sort()).toEqual(
    silenceableIds()
      .map(({ id }) => id)
      .sort(),
  );
  for (const property of Object.values(setting.properties))
    expect(property.enum).toEqual(severityChoices);
});
