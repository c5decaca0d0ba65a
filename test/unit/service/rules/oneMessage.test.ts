// One mistake, one message: what all checks together say about a text, as `code marked text`.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../server/src/service/analysis';
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
