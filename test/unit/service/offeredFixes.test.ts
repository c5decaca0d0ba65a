// Which fixes a problem has, in which order, which one is preferred (*), and what is mended without
// being asked.
import { describe, expect, test } from 'vitest';
import { exampleText } from '../../support/ruleExample';
import { fixesOf, withFixAll } from '../../support/quickFix';

/** The titles of the fixes that are no comments, the preferred ones with a star. */
function offered(yaml: string, code: string): string[] {
  return fixesOf(exampleText(yaml), code)
    .filter(({ title }) => !title.startsWith('Ignore '))
    .map(
      ({ title, isPreferred }) => `${title.replace('Change to ', '')}${isPreferred ? ' *' : ''}`,
    );
}

const isMendedUnasked = (yaml: string): boolean =>
  withFixAll(exampleText(yaml)) !== exampleText(yaml);

const weak = (value: string): string => `"${value}" (weak)`;
const best = (value: string): string => `"${value}" (recommended)`;
const hashes = [
  ...[best('sha2-256'), '"sha2-512"', '"sha2-384"', '"sm3"'],
  ...[weak('sha1'), weak('md5')],
];
const ciphers = [
  ...[best('aes-256'), '"aes-256-gcm-16"', '"aes-128-gcm-16"', '"aes-192"', '"aes-128"', '"sm4"'],
  weak('3des'),
];
const groups = [
  ...[best('group20'), '"group15"', '"group16"', '"group19"', '"group21"'],
  ...[weak('group1'), weak('group2'), weak('group5'), weak('group14')],
];

describe('a value that is none of the allowed ones', () => {
  test.each([
    ['ikepolicy: {authentication_algorithm: sha2}', hashes],
    ['ikepolicy: {authentication_algorithm: SHA3}', hashes],
    ['ikepolicy: {authentication_algorithm: md4}', hashes],
    ['ikepolicy: {authentication_algorithm: sm2}', hashes],
    ['ikepolicy: {authentication_algorithm: 3}', hashes],
    ['ikepolicy: {encryption_algorithm: des}', ciphers],
    ['ikepolicy: {encryption_algorithm: sm1}', ciphers],
    ['ikepolicy: {encryption_algorithm: aes-256-gcm-8}', ciphers],
    ['ikepolicy: {encryption_algorithm: blowfish}', ciphers],
    ['ikepolicy: {encryption_algorithm: camellia-192}', ciphers],
    ['ikepolicy: {encryption_algorithm: 256}', ciphers],
    ['ipsecpolicy: {encapsulation_mode: transport}', ['"tunnel"']],
    ['ipsecpolicy: {transform_protocol: ah}', ['"esp"']],
    ['ikepolicy: {local_id_type: id, local_id: 10.0.0.1}', ['"ip"', '"fqdn"']],
    ['ikepolicy: {ike_version: v3}', [best('v2'), '"v1"']],
    ['ikepolicy: {ike_version: ikev3}', [best('v2'), '"v1"']],
    ['ikepolicy: {dh_group: group31}', groups],
    ['ikepolicy: {dh_group: modp8192}', groups],
    ['ipsecpolicy: {pfs: yes}', [...groups, weak('disable')]],
    ['ikepolicy: {phase1_negotiation_mode: main-aggressive}', [best('main'), weak('aggressive')]],
  ])('%s: all of them, the recommended one first, none of them preferred', (yaml, titles) => {
    expect(offered(yaml, 'schema/enum')).toEqual(titles);
    expect(isMendedUnasked(yaml)).toBe(false);
  });

  test.each([
    ['ikepolicy: {ike_version: ikev2}', 'v2'],
    ['ikepolicy: {ike_version: IKEv1}', 'v1'],
    ['ikepolicy: {dh_group: dh14}', 'group14'],
    ['ikepolicy: {dh_group: "DH group 20"}', 'group20'],
    ['ikepolicy: {dh_group: grup20}', 'group20'],
    ['ikepolicy: {dh_group: modp2048}', 'group14'],
    ['ikepolicy: {dh_group: ECP-384}', 'group20'],
    ['ikepolicy: {authentication_algorithm: sha256}', 'sha2-256'],
    ['ikepolicy: {authentication_algorithm: SHA-512}', 'sha2-512'],
    ['ikepolicy: {encryption_algorithm: aes-256-cbc}', 'aes-256'],
    ['ikepolicy: {encryption_algorithm: aes128gcm}', 'aes-128-gcm-16'],
    ['ipsecpolicy: {pfs: none}', 'disable'],
    ['ipsecpolicy: {pfs: off}', 'disable'],
    ['ipsecpolicy: {pfs: no}', 'disable'],
    ['ipsecpolicy: {pfs: false}', 'disable'],
    ['ipsecpolicy: {pfs: disabled}', 'disable'],
    ['ipsecpolicy: {pfs: modp-2048}', 'group14'],
    ['ikepolicy: {phase1_negotiation_mode: Main mode}', 'main'],
  ])('%s: the one that was meant, which nobody gets unasked', (yaml, meant) => {
    expect(offered(yaml, 'schema/enum')).toEqual([`"${meant}" *`]);
    expect(isMendedUnasked(yaml)).toBe(false);
  });

  test.each([
    ['ikepolicy: {dh_group: 14}', 'group14'],
    ['ikepolicy: {ike_version: 2}', 'v2'],
    ['ikepolicy: {dh_group: "Group 14"}', 'group14'],
    ['ikepolicy: {encryption_algorithm: AES_256}', 'aes-256'],
    ['ikepolicy: {encryption_algorithm: aes256}', 'aes-256'],
    ['ikepolicy: {authentication_algorithm: SHA-1}', 'sha1'],
  ])('%s: the same one written otherwise, without being asked', (yaml, meant) => {
    expect(offered(yaml, 'schema/enum')).toEqual([`"${meant}" *`]);
    expect(isMendedUnasked(yaml)).toBe(true);
  });

  test.each([
    ['GM', 'authentication_algorithm: sha256', []],
    ['GM', 'authentication_algorithm: sha3', ['"sm3"']],
    ['GM', 'ike_version: v3', ['"v1"']],
    ['Basic', 'authentication_algorithm: sha3', hashes.filter((title) => title !== '"sm3"')],
  ])('none that a gateway of flavor %s refuses: %s', (flavor, field, titles) => {
    const yaml = `context: {flavor: ${flavor}}\nvpn_connection:\n  ikepolicy: {${field}}`;
    expect(offered(yaml, 'schema/enum')).toEqual(titles);
  });
});

describe('a key that is not known', () => {
  test.each([
    ['name: a\nikepolicy: {local_ip: 10.0.0.1}', ['"local_id"', 'Remove this key']],
    ['name: a\nikepolicy: {peer_ip: 10.0.0.1}', ['"peer_id"', 'Remove this key']],
    ['name: a\npeer_subnet_v6: []', ['"peer_subnets_v6" *', 'Remove this key']],
    ['name: a\npeer_subnet: [10.0.0.0/8]', ['"peer_subnets" *', 'Remove this key']],
    ['name: a\npks: !secret a', ['"psk" *', 'Remove this key']],
    ['name: a\npeer_subnet: []\npeer_subnets: [10.0.0.0/8]', ['Remove this key']],
    ['name: a\ncolour: red', ['Remove this key']],
  ])('%s: a guess, which nobody gets unasked', (yaml, titles) => {
    expect(offered(yaml, 'schema/unknown-key')).toEqual(titles);
    expect(isMendedUnasked(yaml)).toBe(false);
  });

  test.each([
    ['Name: a', ['"name" *', 'Remove this key']],
    ['name: a\npeerSubnets: [10.0.0.0/8]', ['"peer_subnets" *', 'Remove this key']],
    ['ikepolicy: {dh-group: group20}', ['"dh_group" *', 'Remove this key']],
  ])('%s: the same name written otherwise, without being asked', (yaml, titles) => {
    expect(offered(yaml, 'schema/unknown-key').filter((each) => each.endsWith('*'))).toEqual(
      titles.slice(0, 1),
    );
    expect(isMendedUnasked(yaml)).toBe(true);
  });
});

describe('a text that YAML reads as nothing', () => {
  test.each(['local_id: null', 'peer_id: ~'])('%s is not put in quotes unasked', (field) => {
    const yaml = `ikepolicy: {${field}, ike_version: v2}`;
    expect(offered(yaml, 'yaml/altered-text')).toEqual(['Put it in quotes', 'Remove this key']);
    expect(isMendedUnasked(yaml)).toBe(false);
  });
});

test('the address of a host is made that of its network on request only', () => {
  const yaml = 'peer_subnets: [10.0.0.1/8]';
  expect(offered(yaml, 'subnets/host-bits')).toEqual(['"10.0.0.0/8" *']);
  expect(isMendedUnasked(yaml)).toBe(false);
});

test('neither of two equally likely mends of a key with a number sign is preferred', () => {
  expect(offered('psk: Abcd1234 # my comment', 'yaml/altered-text')).toEqual([
    'Put it in quotes',
    'Put the comment on a line of its own',
  ]);
});
