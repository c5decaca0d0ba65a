import { describe, expect, test } from 'vitest';
import { fixAllKind } from '../../../server/src/service';
import { maxProblems } from '../../../server/src/service/features/quickFixes';
import { actionsOf, withAction, withFixAll } from '../../support/quickFix';
import { updateText } from '../../support/updateText';

const titles = (text: string, ...more: readonly unknown[]): string[] =>
  actionsOf(text, ...(more as [])).map(({ title }) => title);
const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
});

describe('code actions', () => {
  const text = updateText('ikepolicy:\n  ike_version: V2\n  dh_group: group2');

  test('are those of the problems that touch the range', () => {
    expect(titles(text, {}, at(4, 17))).toEqual(['Change to "v2"']);
    expect(titles(text, {}, at(4, 19))).toEqual(['Change to "v2"']);
    expect(titles(text, {}, at(4, 16))).toEqual([]);
    expect(titles(text, {}, at(5, 15))).toEqual([
      'Change to "group20"',
      'Ignore "crypto/weak" on this line',
      'Ignore "crypto/weak" in this file',
    ]);
    expect(titles(text, {}, { start: at(4, 18).start, end: at(5, 14).end })).toHaveLength(4);
  });

  test('stand in the right document of a file', () => {
    const [action] = actionsOf(`${updateText('name: a')}---\n${text}`, {}, at(9, 18));
    expect(action?.edit?.changes).toEqual({
      'file:///a.vpnconn.yaml': [
        {
          range: { start: { line: 9, character: 17 }, end: { line: 9, character: 19 } },
          newText: 'v2',
        },
      ],
    });
    expect(action?.diagnostics?.[0]).toMatchObject({ code: 'schema/enum' });
  });

  test('are of the kinds that are asked for', () => {
    const kinds = (only: readonly string[] | undefined): unknown[] => [
      ...new Set(actionsOf(text, { only }).map(({ kind }) => kind)),
    ];
    expect(kinds(undefined)).toEqual(['quickfix']);
    expect(kinds(['quickfix'])).toEqual(['quickfix']);
    expect(kinds([fixAllKind])).toEqual([fixAllKind]);
    expect(kinds(['source.fixAll'])).toEqual([fixAllKind]);
    expect(kinds(['source'])).toEqual([fixAllKind]);
    expect(kinds(['source.fixAll.other'])).toEqual([]);
    expect(kinds(['refactor'])).toEqual([]);
    expect(kinds([])).toEqual([]);
  });

  test('follow the severities of the settings', () => {
    const policy = { severities: { 'crypto/weak': 'off', 'suppress/unknown': 'off' } } as const;
    expect(titles(text, { policy }, at(5, 15))).toEqual([]);
    const raised = { severities: { 'crypto/weak': 'error' } } as const;
    expect(titles(text, { policy: raised }, at(5, 15))[0]).toBe('Change to "group20"');
    const misspelt = `# vpnconn-disable-file crypto/PFS-disabled\n${updateText('name: a')}`;
    expect(titles(misspelt, { policy, only: [fixAllKind] })).toEqual([]);
    expect(withFixAll(misspelt)).toBe(misspelt.replace('PFS', 'pfs'));
  });

  test('are all those that mend something when the empty kind is asked for', () => {
    const fixes = titles(text);
    expect(fixes.length).toBeGreaterThan(3);
    expect(titles(text, { only: [''] })).toEqual(fixes);
    expect(titles(text, { only: ['refactor', ''] })).toEqual(fixes);
  });

  test('that are the same for several problems are one action', () => {
    const weak = updateText(
      'ikepolicy:\n  dh_group: group2\n  encryption_algorithm: 3des\nipsecpolicy:\n  pfs: group5',
    );
    const two = `${weak}---\n${weak}`;
    const inFile = 'Ignore "crypto/weak" in this file';
    for (const file of [weak, two]) {
      const found = actionsOf(file).filter(({ title }) => title === inFile);
      expect(found.map(({ diagnostics }) => diagnostics?.length)).toEqual([file === weak ? 3 : 6]);
    }
    const facts = updateText(
      'ikepolicy: {authentication_algorithm: sm3, encryption_algorithm: sm4}',
    );
    const [action, ...others] = actionsOf(facts).filter(({ title }) => title.endsWith('"GM"'));
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['gm/unknown', 'gm/unknown']);
    expect(others).toEqual([]);
  });

  test('that have one title for several places say the line', () => {
    const weak = updateText('ikepolicy:\n  dh_group: group2\nipsecpolicy:\n  pfs: group5');
    expect(titles(weak)).toEqual([
      'Change to "group20" (line 5)',
      'Ignore "crypto/weak" on this line (line 5)',
      'Ignore "crypto/weak" in this file',
      'Change to "group20" (line 7)',
      'Ignore "crypto/weak" on this line (line 7)',
    ]);
    expect(titles(weak, {}, at(4, 15))).toEqual([
      'Change to "group20"',
      'Ignore "crypto/weak" on this line',
      'Ignore "crypto/weak" in this file',
    ]);
    const oneLine = updateText('ikepolicy: {dh_group: group2}\nipsecpolicy: {pfs: group20}');
    expect(titles(oneLine)[0]).toBe('Change to "group20"');
  });

  test('are tried for a limited number of problems', () => {
    const subnets = (count: number): string =>
      updateText(
        `peer_subnets:\n${Array.from({ length: count }, (_, index) => `  - 10.0.${index}.1/24`).join('\n')}`,
      );
    expect(actionsOf(subnets(maxProblems - 1)).length).toBeGreaterThanOrEqual(maxProblems - 1);
    const mended = (count: number): number =>
      titles(subnets(count)).filter((title) => title.startsWith('Change')).length;
    expect(mended(maxProblems)).toBe(maxProblems);
    expect(mended(maxProblems + 1)).toBe(maxProblems);
  });
});

describe('ignoring a problem', () => {
  const inFile = 'Ignore "crypto/pfs-disabled" in this file';
  const ignoring = (text: string): string[] =>
    titles(text).filter((title) => title.startsWith('Ignore "crypto'));

  test.each([
    [
      'the line begins inside quotes',
      updateText('ipsecpolicy: {transform_protocol: "esp\n  ", pfs: disable}'),
    ],
    [
      'the line above belongs to the document above',
      `${updateText('name: a')}--- {vpn_connection: {ipsecpolicy: {pfs: disable}}}\n`,
    ],
  ])('is offered for the file only when %s', (_where, text) => {
    expect(ignoring(text)).toEqual([inFile]);
  });

  test('is offered for the line, too, in front of the first document', () => {
    expect(ignoring('--- {vpn_connection: {ipsecpolicy: {pfs: disable}}}\n')).toHaveLength(2);
  });

  const silenced = '# vpnconn-disable-file crypto/pfs-disabled';
  const body = updateText('ipsecpolicy: {pfs: disable}');
  const flow = '--- {vpn_connection: {ipsecpolicy:\n {pfs: disable}}}\n';
  test.each([
    ['in front of it', body, `${silenced}\n${body}`],
    [
      'in the comment that is there',
      `# vpnconn-disable-file psk/literal -- old\n${body}`,
      `# vpnconn-disable-file psk/literal crypto/pfs-disabled -- old\n${body}`,
    ],
    ['behind its marker', `name: a\n---\n${body}`, `name: a\n---\n${silenced}\n${body}`],
    ['behind a directive', `%YAML 1.2\n---\n${body}`, `%YAML 1.2\n---\n${silenced}\n${body}`],
    ['behind a byte order mark', `\uFEFF${body}`, `\uFEFF${silenced}\n${body}`],
    ['between braces', flow, flow.replace('\n', `\n${silenced}\n`)],
    [
      'at the end when its first line is in quotes',
      '--- {vpn_connection: {name: "a\n b", ipsecpolicy: {pfs: disable}}}\n...\n',
      `--- {vpn_connection: {name: "a\n b", ipsecpolicy: {pfs: disable}}}\n${silenced}\n...\n`,
    ],
  ])('puts the comment for the file %s', (_where, text, after) => {
    const action = actionsOf(text).find(({ title }) => title === inFile);
    expect(withAction(text, action!)).toBe(after);
  });

  test('is offered whatever severity the settings give to the problem', () => {
    const text = updateText('enable_hub: true');
    for (const severity of ['warning', 'error'] as const) {
      const policy = { severities: { 'schema/newer-field': severity } };
      const ignoring = titles(text, { policy }).filter((title) => title.startsWith('Ignore'));
      expect(ignoring).toHaveLength(2);
    }
  });

  test('is not offered for what is said about such comments', () => {
    expect(titles(`# vpnconn-disable-file crypto/weak\n${updateText('name: a')}`)).toEqual([
      'Remove it',
    ]);
  });
});

describe('moving a literal key to the secret storage', () => {
  const move = (text: string, storesSecrets: boolean) =>
    actionsOf(text, { storesSecrets }).filter(({ command }) => command !== undefined);

  test('is a command with the place of the key, and never the key', () => {
    const [action] = move(updateText('psk: "Abcd1234!" # site a'), true);
    expect(action).toMatchObject({
      title: 'Move the key to the secret storage',
      isPreferred: true,
      command: {
        command: 'vpnconn.storeLiteralSecret',
        arguments: [
          'file:///a.vpnconn.yaml',
          { start: { line: 3, character: 7 }, end: { line: 3, character: 18 } },
        ],
      },
    });
    expect(action?.edit).toBeUndefined();
    expect(JSON.stringify(action)).not.toContain('Abcd1234');
  });

  test('is for clients that can, and for keys that stand right there', () => {
    expect(move(updateText('psk: Abcd1234!'), false)).toEqual([]);
    expect(move(updateText('psk: !secret a'), true)).toEqual([]);
    expect(move(`x-key: &k Abcd1234!\n${updateText('psk: *k')}`, true)).toEqual([]);
  });
});

describe('a mend of a key that stands here twice', () => {
  const offered = (text: string): string[] =>
    titles(text).filter((title) => !title.startsWith('Ignore'));

  test('is not offered when aliases would lose their anchor', () => {
    const text = updateText('name: &n a\nname: b\nikepolicy: {local_id_type: fqdn, local_id: *n}');
    expect(offered(text)).toEqual(['Remove this key']);
  });

  test('is offered for each of three equal keys but the first', () => {
    const text = updateText('ikepolicy: {ike_version: v2, ike_version: v2, ike_version: v2}');
    expect(offered(text)).toEqual(['Remove this key', 'Remove this key']);
    expect(actionsOf(text).map((action) => withAction(text, action))).toEqual([
      updateText('ikepolicy: {ike_version: v2, ike_version: v2}'),
      updateText('ikepolicy: {ike_version: v2, ike_version: v2}'),
    ]);
  });
});
