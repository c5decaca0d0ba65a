// What a message says depends on what is known and from where.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../server/src/protocol/messages';
import { readLiveFacts } from '../../../../server/src/service';
import { analyze } from '../../../../server/src/service/analysis';
import { exampleText } from '../../../support/ruleExample';

/** The problems of an example as `code marked text: message`; `live` is what the API answers. */
function found(yaml: string, live?: JsonObject): readonly string[] {
  const facts = live === undefined ? undefined : readLiveFacts(live);
  const { text, problems } = analyze(exampleText(yaml), undefined, () => facts);
  return problems.map(
    ({ code, span, message }) => `${code} ${text.slice(span.start, span.end)}: ${message}`,
  );
}

describe('the lifetimes of the two phases', () => {
  const live = {
    vpn_connection: {
      ikepolicy: { lifetime_seconds: 3600 },
      ipsecpolicy: { lifetime_seconds: 3600 },
    },
  };

  test.each([
    [
      'ipsecpolicy: {lifetime_seconds: 86400}',
      'ipsec/lifetime-over-ike 86400: The lifetime of phase 2 is longer than that of phase 1. Make it shorter. (Read from the live connection: lifetime of phase 1 `3600`.)',
    ],
    [
      'ikepolicy: {lifetime_seconds: 600}',
      'ipsec/lifetime-over-ike 600: The lifetime of phase 1 is shorter than that of phase 2. Make it longer. (Read from the live connection: lifetime of phase 2 `3600`.)',
    ],
    [
      'ikepolicy: {lifetime_seconds: 600}\nipsecpolicy: {lifetime_seconds: 601}',
      'ipsec/lifetime-over-ike 601: The lifetime of phase 2 is longer than that of phase 1. Make it shorter.',
    ],
  ])('are compared with the connection where the file says nothing: %s', (yaml, expected) => {
    expect(found(yaml, live)).toEqual([expected]);
  });

  test.each([
    'ipsecpolicy: {lifetime_seconds: 3600}',
    'ikepolicy: {lifetime_seconds: 3600}',
    'ikepolicy: {lifetime_seconds: 86400}\nipsecpolicy: {lifetime_seconds: 86400}',
    'name: a',
  ])('are in order: %s', (yaml) => {
    expect(found(yaml, live)).toEqual([]);
  });

  test('are not compared with one that the file names wrongly', () => {
    const wrong = (key: string): string =>
      `ikepolicy: {${key}}\nipsecpolicy: {lifetime_seconds: 86400}`;
    const codes = (yaml: string): readonly string[] =>
      found(yaml, live).map((each) => each.split(' ')[0]!);
    expect(codes(wrong('lifetime_seconds: 1'))).toEqual(['schema/range']);
    expect(codes(wrong('lifetime_secs: 86400'))).toEqual(['schema/unknown-key']);
    expect(codes(wrong('lifetime_seconds: long'))).toEqual(['schema/type']);
  });

  test('are not compared with an answer that holds no number', () => {
    const strange = { vpn_connection: { ikepolicy: { lifetime_seconds: 'x' } } };
    expect(found('ipsecpolicy: {lifetime_seconds: 86400}', strange)).toEqual([]);
  });
});

describe('policy rules that the style does not allow', () => {
  const body = 'policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]';
  const words =
    'policy/style policy_rules: Policy rules belong to style `policy` only. Remove them';

  test('may be a mistake of the context', () => {
    expect(found(`context: {style: bgp}\nvpn_connection:\n  ${body}`)).toEqual([
      `${words}, or correct \`context.style\`.`,
    ]);
  });

  test('are one of the update when the connection says so', () => {
    expect(found(body, { vpn_connection: { style: 'BGP' } })).toEqual([
      `${words}. (Read from the live connection: style \`bgp\`.)`,
    ]);
  });
});

test.each([
  ['', '`association_mode` and `style`'],
  ['association_mode: er', '`style`'],
  ['style: policy', '`association_mode`'],
])('an empty list of subnets asks for what is missing: {%s}', (context, missing) => {
  const yaml = `context: {${context}}\nvpn_connection:\n  peer_subnets: []`;
  expect(found(yaml)).toEqual([
    `subnets/empty peer_subnets: An empty list is possible only with association mode \`er\` and style \`policy\` or \`bgp\`. Put ${missing} under \`context\` to have this checked.`,
  ]);
});

describe('a pre-shared key over several lines', () => {
  test.each([
    [
      'psk: |\n  Abcd1234!',
      'psk/characters |: A pre-shared key has no line breaks, but YAML ends a text below its key with one. Write it in quotes on the line of its key.',
    ],
    [
      'psk: Abcd1234\n  efgh5678',
      'psk/blank Abcd1234: YAML joins the lines of this text with a blank, which the service may refuse or drop. Write the key on one line.',
    ],
    [
      'psk: "Abcd 1234"',
      'psk/blank "Abcd 1234": A blank in a pre-shared key may be refused or dropped by the service. Use a key without blanks.',
    ],
  ])('hears what YAML does to it: %s', (yaml, expected) => {
    expect(found(yaml)).toContain(expected);
  });
});
