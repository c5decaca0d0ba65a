// One mistake, one message: what all checks together say about a text, as `code marked text`.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../server/src/service/analysis';
import { rules } from '../../../../server/src/service/rules';
import { exampleText } from '../../../support/ruleExample';

/** All problems of an example, in the order of the text. */
function found(yaml: string): readonly string[] {
  const { text, problems } = analyze(exampleText(yaml));
  return problems.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

const onGm = (body: string): string => `context: {flavor: GM}\nvpn_connection:\n  ${body}`;

describe('on a gateway of flavor GM', () => {
  test('an ID cannot be changed, so nothing else is said about it', () => {
    expect(found(onGm('ikepolicy: {local_id_type: fqdn}'))).toEqual(['gm/immutable local_id_type']);
    expect(found(onGm('ikepolicy: {peer_id: a}'))).toEqual(['gm/immutable peer_id']);
    expect(found(onGm('ikepolicy: {local_id_type: ip, local_id: "a b"}'))).toEqual([
      'gm/immutable local_id_type',
      'gm/immutable local_id',
    ]);
    expect(found(onGm('ikepolicy: {local_id_type: ip, local_id: 1.2.3.4}'))).toEqual([
      'gm/immutable local_id_type',
      'gm/immutable local_id',
    ]);
  });

  test.each([
    ['ikepolicy: {dh_group: Group20}', 'dh_group'],
    ['ikepolicy: {dh_group: 20}', 'dh_group'],
    ['ikepolicy: {local_id: }', 'local_id'],
    ['ikepolicy: {local_id: 0123}', 'local_id'],
    ['ikepolicy: {local_id: ""}', 'local_id'],
    ['ikepolicy: {local_id: !x}', 'local_id'],
    ['ikepolicy: {local_id: *x}', 'local_id'],
    ['ikepolicy: {peer_id_type: any}', 'peer_id_type'],
    ['ipsecpolicy: {pfs: [group20]}', 'pfs'],
  ])('what is to be removed need not be mended: %s', (body, key) => {
    expect(found(onGm(body))).toEqual([`gm/immutable ${key}`]);
  });

  test('the version is the mistake, and nothing follows from it', () => {
    const policy =
      'ikepolicy: {ike_version: v2, phase1_negotiation_mode: main, dpd: {timeout: 15}}';
    expect(found(onGm(policy))).toEqual(['gm/value v2']);
  });

  test('a key alone takes effect, because IKEv1 is all there is', () => {
    expect(found(onGm('psk: !secret a'))).toEqual([]);
  });

  test('weak values that cannot stay are not called weak', () => {
    expect(
      found(
        onGm(
          'ikepolicy: {dh_group: group2, encryption_algorithm: 3des}\n  ipsecpolicy: {pfs: disable}',
        ),
      ),
    ).toEqual(['gm/immutable dh_group', 'gm/value 3des', 'gm/immutable pfs']);
  });
});

describe('a tunnel address', () => {
  test.each([
    ['outside the block', '10.0.0.0/24', 'tunnel/range'],
    ['in the reserved block', '169.254.195.0/29', 'tunnel/reserved'],
    ['with a wrong length', '169.254.76.0/29', 'tunnel/prefix'],
    ['of no host', '169.254.76.0/30', 'tunnel/host'],
    ['of no form', '169.254.76.1', 'tunnel/range'],
  ])('%s has one problem, whatever the other end is', (_what, address, code) => {
    const local = `tunnel_local_address: ${address}`;
    const peer = `tunnel_peer_address: ${address}`;
    expect(found(local)).toEqual(['tunnel/half tunnel_local_address', `${code} ${address}`]);
    expect(found(`${local}\n${peer}`)).toEqual([`${code} ${address}`, `${code} ${address}`]);
  });

  test('that has to give way is no measure for the other one', () => {
    expect(
      found('tunnel_local_address: 10.0.0.1/30\ntunnel_peer_address: 169.254.76.2/30'),
    ).toEqual(['tunnel/range 10.0.0.1/30']);
    expect(
      found('tunnel_local_address: 169.254.195.1/30\ntunnel_peer_address: 169.254.76.2/30'),
    ).toEqual(['tunnel/reserved 169.254.195.1/30']);
  });
});

describe('two tunnel addresses with a wrong length', () => {
  const ends = (local: string, peer: string): string =>
    `tunnel_local_address: ${local}\ntunnel_peer_address: ${peer}`;

  test('that share their block have a wrong length and nothing else', () => {
    for (const length of [31, 32]) {
      const [local, peer] = [`169.254.76.1/${length}`, `169.254.76.2/${length}`];
      expect(found(ends(local, peer))).toEqual([`tunnel/prefix ${local}`, `tunnel/prefix ${peer}`]);
    }
  });

  test('are compared by the length that they ought to have, and one host is named', () => {
    const { problems } = analyze(exampleText(ends('169.254.1.1/17', '169.254.200.2/17')));
    expect(problems.map(({ code, message, data }) => ({ code, message, data }))).toEqual([
      {
        code: 'tunnel/prefix',
        message: 'The prefix length must be 30. Write `169.254.1.1/30`.',
        data: { kind: 'replacements', values: ['169.254.1.1/30'] },
      },
      {
        code: 'tunnel/block',
        message:
          'This address is not in the block of the local address. The other host there is `169.254.1.2/30`.',
        data: { kind: 'replacements', values: ['169.254.1.2/30'] },
      },
    ]);
  });

  test('that are the same are told so at one end', () => {
    expect(found(ends('169.254.76.1/29', '169.254.76.1/29'))).toEqual([
      'tunnel/prefix 169.254.76.1/29',
      'tunnel/same 169.254.76.1/29',
    ]);
  });
});

describe('two values beside each other', () => {
  test.each([
    [
      'peer_subnets: [10.0.0.0/8, 10.1.0.0/16, 10.1.0.0/16]',
      ['subnets/overlap 10.1.0.0/16', 'subnets/duplicate 10.1.0.0/16'],
    ],
    [
      'policy_rules: [{source: 10.0.0.0/8, destination: [10.9.0.0/16]}, {source: 10.1.0.0/16, destination: [10.9.0.0/16]}, {source: 10.1.0.0/16, destination: [10.9.0.0/16]}]',
      ['policy/source-overlap 10.1.0.0/16', 'policy/source-duplicate 10.1.0.0/16'],
    ],
    ['ikepolicy: {dpd: {timeout: 15, interval: 9}}', ['schema/range 9']],
    ['ikepolicy: {dpd: {timeout: 61, interval: 30}}', ['schema/range 61']],
    ['ikepolicy: {lifetime_seconds: 1}\nipsecpolicy: {lifetime_seconds: 3600}', ['schema/range 1']],
    [
      'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 999999}',
      ['schema/range 999999'],
    ],
    [
      'context: {style: policy}\nvpn_connection:\n  tunnel_local_address: 169.254.76.1/30',
      ['tunnel/style tunnel_local_address'],
    ],
    ['ikepolicy: {phase1_negotiation_mode: aggressive}', ['ike/mode-aggressive aggressive']],
    [
      'ikepolicy: {ike_version: v2, phase1_negotiation_mode: aggressive}',
      ['ike/mode-v1-only phase1_negotiation_mode'],
    ],
  ])('%s', (yaml, expected) => {
    expect(found(yaml)).toEqual(expected);
  });
});

describe('a key with a slip in it is not missing as well', () => {
  test.each([
    ['policy_rules: [{source: 10.0.0.0/24, destinations: [10.1.0.0/24]}]', 'destinations'],
    ['ikepolicy: {local_id_type: fqdn, locl_id: gw.example.com}', 'locl_id'],
    ['ikepolicy: {local_id_typ: fqdn, local_id: gw.example.com}', 'local_id_typ'],
    [
      'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_adress: 169.254.76.2/30',
      'tunnel_peer_adress',
    ],
  ])('%s', (yaml, key) => {
    expect(found(yaml)).toEqual([`schema/unknown-key ${key}`]);
  });

  test('and one that is something else is no slip', () => {
    expect(found('policy_rules: [{source: 10.0.0.0/24, description: a}]')).toEqual([
      'policy/incomplete source',
      'schema/unknown-key description',
    ]);
  });
});

test('no rule gives way to one that gives way to it', () => {
  const better = new Map<string, string[]>();
  for (const { id, supersedes = [] } of rules)
    for (const other of supersedes) better.set(other, [...(better.get(other) ?? []), id]);
  const climb = (id: string, seen: readonly string[]): void => {
    expect(seen, id).not.toContain(id);
    for (const next of better.get(id) ?? []) climb(next, [...seen, id]);
  };
  for (const { id } of rules) climb(id, []);
});

describe('an ID of type ip', () => {
  test('that is no address is nothing but that', () => {
    expect(found('ikepolicy: {local_id_type: ip, local_id: "a b"}')).toEqual(['id/not-ip "a b"']);
    const long = 'x'.repeat(300);
    expect(found(`ikepolicy: {local_id_type: ip, local_id: ${long}}`)).toEqual([
      `id/not-ip ${long}`,
    ]);
  });
});

describe('a text that YAML reads as something else', () => {
  test.each([
    ['psk: "Abc": 12345', '"Abc": 12345'],
    ['psk: Abc: 12345', 'Abc: 12345'],
    ['psk: - Abcd1234', '- Abcd1234'],
    ['psk: @Abcd1234', '@Abcd1234'],
    ['psk: %Abcd1234', '%Abcd1234'],
    ['name: - a', '- a'],
  ])('%s', (yaml, mark) => {
    expect(found(`${yaml}\nikepolicy: {dh_group: group20}`)).toEqual([`yaml/syntax ${mark}`]);
  });

  test('and that is cut: the key is too short because of that, and nobody says so', () => {
    expect(found('psk: Abc #12345\nname: a')).toContain('yaml/altered-text Abc');
  });
});
