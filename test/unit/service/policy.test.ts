// Severities from the setting: what they change on the screen and for sending.
import { describe, expect, test } from 'vitest';
import {
  codeActions,
  createSnapshot,
  defaultPolicy,
  diagnostics,
  prepareUpdate,
  readPolicy,
} from '../../../server/src/service';
import { problemsOf, severityChoices } from '../../../server/src/service/features/policy';
import { SnapshotDocument } from '../../../server/src/service/snapshot';
import { silenceableIds } from '../../../server/src/service/rules/suppressions';
import manifest from '../../../package.json';
import { head, updateText } from '../../support/updateText';

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
    prepareUpdate(createSnapshot(text), { line: 0, character: 0 }, 1, {
      policy: readPolicy(setting),
    });
  const wrong = updateText('peer_subnets: [100.64.0.0/10]');

  test('waits for the mend of an error', () => {
    expect(prepare(wrong, {})).toMatchObject({
      kind: 'refused',
      firstError: { code: 'subnets/reserved' },
    });
  });

  test('goes on with a warning when the setting makes it one', () => {
    const warning = prepare(wrong, { 'subnets/reserved': 'warning' });
    expect(warning).toMatchObject({ kind: 'ready', update: { warnings: [expect.any(String)] } });
  });

  test('goes on without a word when it is hidden', () => {
    const quiet = { kind: 'ready', update: { warnings: [] } };
    expect(prepare(wrong, { 'subnets/reserved': 'off' })).toMatchObject(quiet);
    expect(prepare(`# vpnconn-disable-file subnets/reserved\n${wrong}`, {})).toMatchObject(quiet);
  });

  test('stops at a warning that is made an error', () => {
    expect(prepare(updateText(weak), { 'crypto/weak': 'error' })).toMatchObject({
      kind: 'refused',
      errorCount: 1,
    });
  });
});

describe('an error of the table that a rule says better', () => {
  /** The body, the rules that are silenced, and what the table says in their place. */
  const cases = [
    ['cgw_id: "****"', ['id/masked'], 'schema/pattern "****"'],
    ['peer_subnets: [x]', ['subnets/cidr'], 'schema/pattern x'],
    ['tunnel_local_address: hello', ['tunnel/range', 'tunnel/half'], 'schema/pattern hello'],
    ['name: a\npsk: x', ['psk/length', 'psk/classes', 'psk/literal'], 'schema/length x'],
    [
      'tunnel_local_address: 169.254.76.1/29',
      ['tunnel/prefix', 'tunnel/half'],
      'schema/pattern 169.254.76.1/29',
    ],
    [
      'tunnel_local_address: 169.254.195.1/30',
      ['tunnel/reserved', 'tunnel/half'],
      'schema/pattern 169.254.195.1/30',
    ],
    ['ikepolicy: {local_id: "a b"}', ['id/characters', 'id/type-missing'], 'schema/pattern "a b"'],
    // One rule speaks for another, which speaks for the table.
    ['ikepolicy: {local_id_type: ip, local_id: "a b"}', ['id/not-ip'], 'schema/pattern "a b"'],
    ['name: a\npsk: "Abcd1234ä"', ['psk/characters', 'psk/literal'], 'schema/pattern "Abcd1234ä"'],
  ] as const;

  /** The problems as `code text`. */
  function problemsIn(text: string, setting: unknown): readonly string[] {
    const snapshot = createSnapshot(text);
    return problemsOf(snapshot, readPolicy(setting)).flatMap((problems) =>
      problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`),
    );
  }

  const settingFor = (ids: readonly string[], severity: string): unknown =>
    Object.fromEntries(ids.map((id, index) => [id, index === 0 ? severity : 'off']));

  test.each(cases)('%s: comes back when a comment silences %j', (body, ids, expected) => {
    const text = `# vpnconn-disable-file ${ids.join(' ')}\n${updateText(body)}`;
    expect(problemsIn(text, {})).toEqual([expected]);
  });

  test.each(cases)('%s: comes back when the setting lowers %j', (body, ids, expected) => {
    for (const severity of ['off', 'information', 'warning'])
      expect(problemsIn(updateText(body), settingFor(ids, severity)), severity).toEqual([expected]);
  });

  test.each(cases)('%s: stays behind the rule as long as that is an error', (body, ids) => {
    const [id] = ids;
    const codes = problemsIn(updateText(body), settingFor(ids, 'error')).map(
      (problem) => problem.split(' ')[0],
    );
    expect(codes).toEqual([id]);
  });

  test('comes back on the line alone that a comment silences', () => {
    const body = 'peer_subnets:\n  # vpnconn-disable-next-line subnets/cidr\n  - x\n  - y';
    expect(problemsIn(updateText(body), {})).toEqual(['schema/pattern x', 'subnets/cidr y']);
  });

  test('comes back in another document of a file that silences the rule', () => {
    const [comment, other] = ['# vpnconn-disable-file subnets/cidr\n', updateText('name: a')];
    const text = `${comment}${other}---\n${updateText('peer_subnets: [x]')}`;
    const [, second] = problemsOf(createSnapshot(text), defaultPolicy);
    expect(second!.map(({ code }) => code)).toEqual(['schema/pattern']);
  });

  test('is not offered to be ignored', () => {
    const snapshot = createSnapshot(updateText('peer_subnets: [x]'));
    const [problem] = diagnostics(snapshot, 'file:///a');
    const titles = codeActions(snapshot, problem!.range, {
      uri: 'file:///a',
      storesSecrets: false,
    });
    expect(titles.filter(({ title }) => title.startsWith('Ignore'))).toEqual([]);
  });

  test.each([
    ['a body without a value', 'vpn_connection:\n', 'update/empty'],
    ['a masked ID', `vpn_connection: {name: a}\n`, 'id/masked'],
  ])('keeps %s from being sent', (_what, body, id) => {
    const wrong =
      id === 'id/masked' ? `project_id: p1\nvpn_connection_id: "****"\n${body}` : `${head}${body}`;
    const at = { line: 0, character: 0 };
    for (const [text, setting] of [
      [`# vpnconn-disable-file ${id}\n${wrong}`, {}],
      [wrong, { [id]: 'off' }],
      [wrong, { [id]: 'warning' }],
      [wrong, { [id]: 'information' }],
    ] as const)
      expect(
        prepareUpdate(createSnapshot(text), at, 1, { policy: readPolicy(setting) }),
      ).toMatchObject({
        kind: 'refused',
        reason: 'errors',
      });
  });

  test('is not asked about an asterisk in a key, which some clouds take', () => {
    const text = updateText('name: a\npsk: "Abcd1234*"');
    const at = { line: 0, character: 0 };
    const sent = (setting: unknown, from = text) =>
      prepareUpdate(createSnapshot(from), at, 1, { policy: readPolicy(setting) });
    expect(sent({})).toMatchObject({ firstError: { code: 'psk/characters' } });
    expect(sent({ 'psk/characters': 'warning' })).toMatchObject({ kind: 'ready' });
    expect(sent({ 'psk/characters': 'off' })).toMatchObject({ kind: 'ready' });
    expect(sent({}, `# vpnconn-disable-file psk/characters\n${text}`)).toMatchObject({
      kind: 'ready',
    });
    // A key that is also too long is refused whatever it is made of.
    const long = updateText(`name: a\npsk: "Abcd1234*${'x'.repeat(128)}"`);
    const lenient = { 'psk/characters': 'off', 'psk/length': 'off' };
    expect(sent(lenient, long)).toMatchObject({ firstError: { code: 'schema/length' } });
  });
});

test('a body that is no block of keys is not sent, whatever the problems say', () => {
  const snapshot = createSnapshot(`${head}vpn_connection:\n`);
  const [document] = snapshot.documents;
  const analysis = { ...document!.analysis, suppressions: [], problems: [] };
  const blind = new SnapshotDocument(document!.segment, 0, { analysis });
  expect(
    prepareUpdate({ ...snapshot, documents: [blind] }, { line: 0, character: 0 }, 1),
  ).toMatchObject({ kind: 'refused', reason: 'nothing' });
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
