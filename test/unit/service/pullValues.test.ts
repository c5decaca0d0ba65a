// Pulling live values into a file: before and after, and what stays as it was.
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonObject } from '../../../server/src/protocol/messages';
import type { LiveAnswers } from '../../../server/src/protocol/plan';
import { connectionOf, createSnapshot, pullValues } from '../../../server/src/service';
import { head, updateText } from '../../support/updateText';

const at = { line: 0, character: 0 };

function liveWith(connection: JsonObject, gateway: JsonObject = {}): LiveAnswers {
  return { vpn_connection: connection, vpn_gateway: gateway };
}

/** The file afterwards, with what is said about it. */
function pull(text: string, live: LiveAnswers) {
  const result = pullValues({ snapshot: createSnapshot(text), version: 3 }, at, live);
  if (result.kind === 'refused') return { text, changed: [result.reason], kept: [] };
  const { edits, changed, kept } = result.pulled;
  const document = TextDocument.create('file:///a', 'vpnconn', 1, text);
  return { text: TextDocument.applyEdits(document, [...edits]), changed, kept };
}

const rule = (rule_index: number, source: string, ...destination: string[]): JsonObject => ({
  rule_index,
  source,
  destination,
});

test.each<readonly [what: string, before: string, live: JsonObject, after: string]>([
  ['a text', 'name: site-a # ours', { name: 'site-b' }, 'name: site-b # ours'],
  ['quotes', 'name: "site-a"', { name: 'site-b' }, 'name: "site-b"'],
  ['quotes that are needed', 'name: site-a', { name: '0123' }, "name: '0123'"],
  ['an empty value', 'name:', { name: 'site-b' }, 'name: site-b'],
  [
    'a block text',
    'ikepolicy:\n  dh_group: >- # why\n    group14\nname: a',
    { name: 'a', ikepolicy: { dh_group: 'group20' } },
    'ikepolicy:\n  dh_group: group20 # why\nname: a',
  ],
  [
    'a number',
    'ikepolicy: {lifetime_seconds: 3600}',
    { ikepolicy: { lifetime_seconds: 86400 } },
    'ikepolicy: {lifetime_seconds: 86400}',
  ],
  [
    'a word in the spelling of the table',
    'ikepolicy:\n  dh_group: group14',
    { ikepolicy: { dh_group: 'GROUP20' } },
    'ikepolicy:\n  dh_group: group20',
  ],
  [
    'a list on one line',
    'peer_subnets: [10.0.0.0/8] # all',
    { peer_subnets: ['10.1.0.0/16', '10.2.0.0/16'] },
    'peer_subnets: [10.1.0.0/16, 10.2.0.0/16] # all',
  ],
  [
    'one item of a list on lines',
    'peer_subnets:\n  - 10.0.0.0/8 # stays\n  - 10.1.0.0/16 # was\nname: a',
    { peer_subnets: ['10.2.0.0/16', '10.0.0.0/8'], name: 'a' },
    'peer_subnets:\n  - 10.0.0.0/8 # stays\n  - 10.2.0.0/16 # was\nname: a',
  ],
  [
    'an item that is gone',
    'peer_subnets:\n  - 10.0.0.0/8\n  # speaks of the next\n  - 11.0.0.0/8\nname: a',
    { peer_subnets: ['10.0.0.0/8'], name: 'a' },
    'peer_subnets:\n  - 10.0.0.0/8\nname: a',
  ],
  [
    'items that are new',
    'peer_subnets:\n- 10.0.0.0/8 # first\nname: a',
    { peer_subnets: ['10.0.0.0/8', '11.0.0.0/8', '12.0.0.0/8'], name: 'a' },
    'peer_subnets:\n- 10.0.0.0/8 # first\n- 11.0.0.0/8\n- 12.0.0.0/8\nname: a',
  ],
  [
    'policy rules',
    'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n    destination: [1.1.1.0/24]\n  - {rule_index: 2, source: 10.0.1.0/24, destination: [1.1.1.0/24]}',
    { policy_rules: [rule(1, '10.0.0.0/24', '1.1.1.0/24'), rule(2, '10.0.2.0/24', '2.2.2.0/24')] },
    'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n    destination: [1.1.1.0/24]\n  - { source: 10.0.2.0/24, destination: [2.2.2.0/24] }',
  ],
])('takes %s', (_what, before, live, after) => {
  const pulled = pull(updateText(before), liveWith(live));
  expect([pulled.text, pulled.kept]).toEqual([updateText(after), []]);
  expect(pull(pulled.text, liveWith(live))).toMatchObject({ text: pulled.text, changed: [] });
});

describe('nothing happens to', () => {
  test.each<readonly [what: string, body: string, live: JsonObject]>([
    ['a key', 'psk: !secret a\nname: a', { psk: 'x', name: 'a' }],
    ['a literal key', 'psk: Secret-Key-123', { psk: 'Other-Key-456' }],
    [
      'a value that is spelled otherwise',
      'peer_subnets: [10.0.0.1/8]',
      { peer_subnets: ['10.0.0.0/8'] },
    ],
    [
      'the order of a list',
      'peer_subnets: [11.0.0.0/8, 10.0.0.0/8]',
      { peer_subnets: ['10.0.0.0/8', '11.0.0.0/8'] },
    ],
    ['what the connection does not tell', 'name: a', { style: 'static' }],
    ['fields that the file does not have', 'name: a', { name: 'a', peer_subnets: ['10.0.0.0/8'] }],
  ])('%s', (_what, body, live) => {
    expect(pull(updateText(body), liveWith(live))).toEqual({
      text: updateText(body),
      changed: [],
      kept: [],
    });
  });

  test('a value that other places share, and that is said', () => {
    const text = `x-net: &net 10.0.0.0/8\n${updateText('name: a\npeer_subnets: [*net]')}`;
    const pulled = pull(text, liveWith({ name: 'b', peer_subnets: ['11.0.0.0/8'] }));
    expect(pulled.changed).toEqual(['name', 'peer_subnets']);
    const shared = `x-name: &n site-a\n${updateText('name: *n')}`;
    expect(pull(shared, liveWith({ name: 'b' }))).toEqual({
      text: shared,
      changed: [],
      kept: [{ label: 'name', reason: 'It comes from an anchor that other places share.' }],
    });
  });

  test('a list with a comment between its brackets, and that is said', () => {
    const text = updateText('peer_subnets: [\n  10.0.0.0/8, # ours\n  ]');
    const live = liveWith({ peer_subnets: ['10.0.0.0/8', '11.0.0.0/8'] });
    expect(pull(text, live)).toMatchObject({
      text,
      changed: [],
      kept: [{ label: 'peer_subnets' }],
    });
  });

  test.each([
    ['', 'ikepolicy: {peer_id_type: ip}'],
    ['context: {flavor: GM}\n', 'ikepolicy: {peer_id_type: ip}'],
  ])('a value that no update can send, and that is said: %j', (context, body) => {
    const text = `${context}${updateText(body)}`;
    expect(pull(text, liveWith({ ikepolicy: { peer_id_type: 'any' } }))).toEqual({
      text,
      changed: [],
      kept: [
        {
          label: 'ikepolicy.peer_id_type',
          reason: 'The connection holds a value that no update can send.',
        },
      ],
    });
  });

  test.each([
    ['an open quote', updateText('name: "a')],
    ['a tab', `${updateText('name: a')}\tcgw_id: b\n`],
    ['a word without a colon', updateText('name: a\ncgw_id')],
  ])('YAML with %s', (_what, text) => {
    expect(pull(text, liveWith({ name: 'b' }))).toEqual({ text, changed: ['errors'], kept: [] });
  });
});

test('facts under context take what connection and gateway say', () => {
  const text = `context:\n  style: policy # chosen\n  flavor: Basic\n  ike_version: v1\n${updateText('name: a')}`;
  const live = liveWith(
    { style: 'STATIC', ikepolicy: { ike_version: 'v2' } },
    { flavor: 'gm', attachment_type: 'er' },
  );
  expect(pull(text, live)).toEqual({
    text: `context:\n  style: static # chosen\n  flavor: GM\n  ike_version: v2\n${updateText('name: a')}`,
    changed: ['context.style', 'context.flavor', 'context.ike_version'],
    kept: [],
  });
});

test('CRLF, indentation and other documents stay', () => {
  const text = `${updateText('name: a\npeer_subnets:\n    - 10.0.0.0/8')}---\n${updateText('name: a')}`;
  const windows = text.replaceAll('\n', '\r\n');
  const live = liveWith({ name: 'b', peer_subnets: ['10.0.0.0/8', '11.0.0.0/8'] });
  const expected = `${updateText('name: b\npeer_subnets:\n    - 10.0.0.0/8\n    - 11.0.0.0/8')}---\n${updateText('name: a')}`;
  expect(pull(windows, live).text).toBe(expected.replaceAll('\n', '\r\n'));
});

describe('the connection of a document', () => {
  const of = (text: string) => connectionOf(createSnapshot(text), at, 1);
  test('is told whatever else is wrong', () => {
    expect(of(`${head}context: {style: x}\nvpn_connection: {nmae: "a b"}\n`)).toMatchObject({
      kind: 'named',
      connection: { method: 'PUT', path: expect.stringContaining('/vpn-connection/') },
    });
  });

  test.each([
    ['', 'nothing'],
    ['vpn_connection: {name: a}\n', 'errors'],
    [head.replace(/vpn_connection_id: .*/, 'vpn_connection_id: abc'), 'errors'],
  ])('is not told by %j', (text, reason) => {
    expect(of(text)).toMatchObject({ kind: 'refused', reason });
  });
});
