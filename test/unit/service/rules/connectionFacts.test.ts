// What counts as known of a connection, seen in what the rules say: `severity code marked text`.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../server/src/protocol/messages';
import { readLiveFacts } from '../../../../server/src/service';
import { analyze } from '../../../../server/src/service/analysis';
import { contextLines } from '../../../../server/src/service/request/contextLines';
import { exampleText } from '../../../support/ruleExample';

/** All problems of an example, in the order of the text; `live` is what the API answers. */
function found(yaml: string, live?: JsonObject): readonly string[] {
  const facts = live === undefined ? undefined : readLiveFacts(live);
  const { text, problems } = analyze(exampleText(yaml), undefined, () => facts);
  return problems.map(
    ({ severity, code, span }) => `${severity} ${code} ${text.slice(span.start, span.end)}`,
  );
}

const inUpdate = (context: string, body: string): string =>
  `context: {${context}}\nvpn_connection:\n  ikepolicy:\n    ${body.replaceAll(', ', '\n    ')}`;

describe('a version in the update that is none', () => {
  const gcm = 'encryption_algorithm: aes-256-gcm-16';

  test.each([
    ['ike_version: 2', 'error schema/enum 2'],
    ['ike_version: v', 'error schema/enum v'],
    ['ike_version: ""', 'error schema/enum ""'],
    ['ike_version:', 'error yaml/altered-text ike_version'],
    ['ike_version: *x', 'error yaml/unresolved-alias *x'],
    ['ike_versoin: v2', 'error schema/unknown-key ike_versoin'],
  ])('is unknown, whatever the context says: %s', (version, expected) => {
    expect(found(inUpdate('ike_version: v1', `${version}, ${gcm}`))).toEqual([expected]);
    const live = { vpn_connection: { ikepolicy: { ike_version: 'v1' } } };
    expect(found(inUpdate('', `${version}, ${gcm}`), live)).toEqual([expected]);
  });

  test('makes no mixture', () => {
    const body = 'ike_version: 1, authentication_algorithm: sm3';
    expect(found(inUpdate('ike_version: v2', body))).toEqual([
      'error schema/enum 1',
      'information gm/unknown sm3',
    ]);
  });

  test('may stand in a block that is misspelt or none', () => {
    const psk = 'psk: !secret a';
    const context = 'context: {ike_version: v1}\nvpn_connection:\n  ';
    expect(found(`${context}${psk}\n  ikepolcy: {ike_version: v2}`)).toEqual([
      'error schema/unknown-key ikepolcy',
    ]);
    expect(found(`${context}${psk}\n  ikepolicy: v2`)).toEqual(['error schema/type v2']);
  });
});

describe('a version that is known', () => {
  test('comes from the update, else from the context, else from the connection', () => {
    const live = { vpn_connection: { ikepolicy: { ike_version: 'v1' } } };
    const gcm = 'encryption_algorithm: aes-256-gcm-16';
    const refused = ['error ike/gcm-needs-v2 aes-256-gcm-16'];
    expect(found(inUpdate('ike_version: v2', `ike_version: v1, ${gcm}`))).toEqual(refused);
    expect(found(inUpdate('ike_version: v1', gcm))).toEqual(refused);
    expect(found(inUpdate('ike_version: v1', `ike_version: v2, ${gcm}`))).toEqual([]);
    expect(found(inUpdate('', gcm), live)).toEqual(refused);
    // A context that is wrong is no reason not to believe the connection.
    expect(found(inUpdate('ike_version: v9', gcm), live)).toEqual([
      'error schema/enum v9',
      ...refused,
    ]);
  });
});

test.each(['""', '" "'])('the flavor %s says nothing of the gateway', (flavor) => {
  const body = 'authentication_algorithm: sm3';
  expect(found(inUpdate(`flavor: ${flavor}`, body))).toContain('information gm/unknown sm3');
  expect(found(inUpdate(`flavor: ${flavor}`, body))).not.toContain('error gm/value sm3');
  expect(found(inUpdate('', body), { vpn_gateway: { flavor: ' ' } })).toEqual([
    'information gm/unknown sm3',
  ]);
});

describe('a connection that answers with words nobody knows', () => {
  const strange = {
    vpn_connection: { style: 'SOMETHING', ikepolicy: { ike_version: 'v9' } },
    vpn_gateway: { attachment_type: 'x', flavor: 'Basic' },
  };

  test.each([
    ['peer_subnets: []', ['information subnets/empty peer_subnets']],
    ['policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]', []],
    ['tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.2/30', []],
    ['psk: !secret a', ['information psk/no-effect psk']],
    ['context: {style: bgp, association_mode: er, ike_version: v2}\nvpn_connection: {name: a}', []],
  ])('%s', (yaml, expected) => {
    expect(found(yaml, strange)).toEqual(expected);
  });

  test('leaves them out of a new file', () => {
    expect(contextLines(strange)).toEqual(['context:', '  flavor: Basic']);
  });
});
