import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { createSnapshot, hover } from '../../../server/src/service';
import { table } from '../../../server/src/service/schema/table';
import { documentWith } from '../../support/fieldText';
import { updateText } from '../../support/updateText';

/** The hover at the cursor mark `<|>`. */
function hoverAt(marked: string): string | undefined {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = hover(createSnapshot(text), position, { format: 'markdown' });
  return (found?.contents as MarkupContent | undefined)?.value;
}

describe('hover', () => {
  test('on a key: meaning, range with unit, default, effect, source', () => {
    expect(hoverAt(updateText('ipsecpolicy:\n  lifetime_<|>seconds: 3600'))).toBe(
      [
        '**SA lifetime of phase 2** · `lifetime_seconds` · whole number',
        '',
        'How long an IPsec security association lives before it is negotiated anew.',
        '',
        '- Range: 30 to 604800 seconds',
        '- Example: `3600`',
        '- Default at creation: `3600`. An update that leaves the field out keeps its present value.',
        '- Takes effect when the phase-2 security association has aged, at the latest after the lifetime that is in force now. If the other side does not follow by then, traffic stops.',
        '- Source: [Updating a VPN Connection, Virtual Private Network API reference](https://support.huaweicloud.com/intl/en-us/api-vpn/vpn_api_0030.html) (2024-01-26), table 7',
        '- [More in the reference](https://github.com/vpnconn/vpnconn/blob/main/docs/reference.md#field-vpn_connection-ipsecpolicy-lifetime_seconds)',
      ].join('\n'),
    );
  });

  test('on a value: what it means, then the field', () => {
    const shown = hoverAt(updateText('ikepolicy:\n  dh_group: gro<|>up20'));
    expect(shown).toMatch(/^\*\*`group20`\*\* · DH group\n\n384-bit/);
    expect(shown).toContain('---\n\n**DH group**');
    expect(shown).toContain('On a gateway of flavor GM: cannot be changed');
  });

  test.each([
    [
      'ikepolicy:\n  dh_group: gro<|>up2',
      '**`group2`** · DH group: 1024-bit MODP (RFC 2409). Low security.\n\nAllowed: `group1`',
    ],
    ['ikepolicy:\n  lifetime_seconds: <|>3', '**SA lifetime of phase 1** · `lifetime_seconds`'],
  ])('at a problem, which the editor shows above it: only what is allowed: %j', (yaml, start) => {
    const shown = hoverAt(updateText(yaml)) ?? '';
    expect(shown.slice(0, start.length)).toBe(start);
    expect(shown.split('\n\n').length).toBeLessThan(6);
    expect(shown).not.toContain('Source:');
    expect(shown).toContain('[More in the reference]');
  });

  test('on a tag only where it is one', () => {
    for (const marked of ['name: "a !sec<|>ret b"', 'psk: !sec<|>ret', 'name: a # !sec<|>ret b'])
      expect(hoverAt(updateText(marked)) ?? '').not.toContain('**Pre-shared key**');
  });

  test('on a pre-shared key: the rules for keys, never the key', () => {
    for (const marked of [
      'psk: "Abcd<|>1234!"',
      'p<|>sk: "Abcd1234!"',
      'psk: !secret si<|>te-a',
      'psk: !sec<|>ret site-a',
      'psk: <|>!env   SITE_A # the tag',
      'psk: !secret<|> "site a"',
      'psk: Abcd<|>1234 #!',
    ]) {
      const shown = hoverAt(updateText(marked));
      expect(shown).toContain('**Pre-shared key**');
      expect(shown).toContain('At least 3 of:');
      expect(shown).not.toContain('Abcd');
    }
  });

  test.each([
    ['a section without its colon', 'ikepolicy\n  dh_<|>group: group14\nname: a'],
    ['a list without its colon', 'peer_subnets\n  - 10.0.0.0/24\nikepolicy:\n  dh_<|>group: a'],
    ['a key and a value without a colon', 'name site-a\nikepolicy:\n  dh_<|>group: group14'],
    ['a word with a comment', 'na # c\nikepolicy:\n  dh_<|>group: group14'],
    ['a word in quotes', '"na"\nikepolicy:\n  dh_<|>group: group14'],
    ['an open quote', 'name: "a\nikepolicy:\n  dh_<|>group: group14'],
    ['an open quote that another one seems to close', 'name: "a\nikepolicy:\n  dh_<|>group: "a"'],
    ['an open bracket', 'peer_subnets: [a\nikepolicy:\n  dh_<|>group: group14'],
    ['a dash', 'name: a\n\n-\nikepolicy:\n  dh_<|>group: group14'],
    ['a character that YAML reserves', 'name: @a\nikepolicy:\n  dh_<|>group: group14'],
  ])('below %s', (_what, marked) => {
    expect(hoverAt(updateText(marked))).toContain('**DH group**');
  });

  test('on a key whose colon is missing, and on an open quote', () => {
    expect(hoverAt(updateText('ikep<|>olicy\n  ike_version: v1'))).toContain('**IKE policy**');
    expect(hoverAt(updateText('na<|>me site-a\ndpd: 1'))).toContain('**Connection name**');
    expect(hoverAt(updateText('name: "si<|>te\ndpd: 1'))).toContain('**Connection name**');
  });

  test('on an item below a word without a dash', () => {
    expect(hoverAt(updateText('peer_subnets:\n  192\n  - 10.0<|>.0.0/24'))).toContain('CIDR');
  });

  test('on a value of the context, in either case', () => {
    for (const written of ['G<|>M', 'g<|>m'])
      expect(hoverAt(`context: {flavor: ${written}}\n`)).toContain('**`GM`**');
    expect(hoverAt('context: {style: PO<|>LICY}\n')).toContain('**`policy`**');
    // The API knows these values in one case only.
    expect(hoverAt(updateText('ikepolicy: {ike_version: V<|>2}'))).not.toContain('**`v2`**');
  });

  test('on an alias: the field that it stands for', () => {
    const shared = 'x-shared: &p {dh_group: group20}\n';
    expect(hoverAt(shared + updateText('ikepolicy: *<|>p'))).toContain('**IKE policy**');
    expect(
      hoverAt(
        `${shared}${updateText('ikepolicy: {dh_group: &g group20}\nipsecpolicy: {pfs: *<|>g}')}`,
      ),
    ).toContain('**`group20`**');
  });

  test('on a key that the API refuses: why', () => {
    expect(hoverAt(updateText('sty<|>le: policy'))).toMatch(
      /^\*\*`style`\*\* · VPN connection\n\nThe mode/,
    );
    expect(hoverAt(updateText('__pro<|>to__: policy'))).toBeUndefined();
  });

  test('on a text with special characters: each of them, in Markdown and without', () => {
    const text = updateText('ikepolicy: {local_id: a}');
    const at = { line: 3, character: text.split('\n')[3]!.indexOf('local_id') + 1 };
    const [markdown, plain] = (['markdown', 'plaintext'] as const).map(
      (format) => (hover(createSnapshot(text), at, { format })?.contents as MarkupContent).value,
    );
    expect(markdown).toContain('other than \\& \\< \\> \\[ \\] \\\\, and no blanks');
    expect(plain).toContain('other than & < > [ ] \\, and no blanks');
  });

  test('on nothing: comments, blanks, unknown keys', () => {
    expect(hoverAt('# com<|>ment\n')).toBeUndefined();
    expect(hoverAt(updateText('unkn<|>own: 1'))).toBeUndefined();
    expect(hoverAt('<|>')).toBeUndefined();
    expect(hoverAt(`${updateText('name: a')}<|>`)).toBeUndefined();
  });

  test('in a second document, in flow style, with CRLF', () => {
    const marked = `${updateText('name: a')}---\n${updateText('ikepolicy: {dh_<|>group: group20}')}`;
    expect(hoverAt(marked)).toContain('**DH group**');
    expect(hoverAt(marked.replaceAll('\n', '\r\n'))).toContain('**DH group**');
  });

  test.each(
    table
      .allFields()
      .filter(({ path }) => path !== '' && !path.includes('*'))
      .map((facts) => [facts.path, facts] as const),
  )('%s has a card on its key', (path, facts) => {
    const text = documentWith(path, facts.type === 'object' ? '{}' : 'x').replace(
      new RegExp(`(?<![\\w-])${facts.key}: (?!.*(?<![\\w-])${facts.key}: )`),
      `<|>${facts.key}: `,
    );
    expect(hoverAt(text)).toContain(`**${facts.title}** · \`${facts.key}\``);
  });
});
