// Files with the mistakes that the rules know.
import fc from 'fast-check';
import { rules } from '../../server/src/service/rules';
import { exampleText } from './ruleExample';

/** Keys at the wrong place or twice: what no rule, but the table and YAML itself know. */
const misplaced = [
  'dh_group: group20 # strong\nname: a\nikepolicy:\n  ike_version: v2',
  'ikepolicy: {interval: 30, ike_version: v2, pfs: group20}',
  'ikepolicy:\n  # why\n  encapsulation_mode: tunnel\nipsecpolicy: # empty',
  'vpn_connection:\n  policy_rules: &p\n    - source: 10.0.0.0/24\n  style: policy\npolicy_rules: *p',
  'vpn_connection:\nname: "a\n  b"\ntunnel_local_address: |-\n  169.254.1.1/30\npsk:\n  Abcd1234!',
  'name: a\nikepolicy: {ike_version: v2, ike_version: v2}\nname: a\nname: b',
  'peer_subnets: 10.0.0.0/8\ntags: [a, b]\nlifetime_seconds: 3600',
  'peer_subnets: [10.0.0.0/8, 10.1.0.0/16 # open\nname: a',
  'name: "site-a\nikepolicy: {dh_group: group2, peer_id_type: any}\ncolour: red # why',
  'psk: *Abcd1234\nname: !Site a\nikepolicy: !x {ike_version: v3, "dh-group": 14} # why',
  'psk: !Secret a # why\nenable_hub: "true"\ntunnel_local_address: 169.254.7.1',
  'name: a\n---\n{vpn_connection: {ikepolicy: {encryption_algorithm: sm4}}} # why',
];

/** Values that end where their text does not, stand at several places, or beside another document. */
const entangled = [
  'ikepolicy:\n  dh_group: >-\n    Group2\n  lifetime_seconds: |- # why\n    3600\n  ike_version: V2',
  'ikepolicy: {lifetime_seconds: &n "3600", dh_group: &g group2}\nname: *n\nipsecpolicy: {pfs: *g}',
  'name: &n a\n# ---- IKE ----\n# why\nname: a # again\nname: b\nikepolicy: {local_id: *n}',
  'vpn_connection:\n  ikepolicy:\n    dh_group: |-\n      group2\n---\nvpn_connection:\n  name: @a\n  nam: b',
  'peer_subnets: 10.0.0.1/8, 10.1.0.0/16\nnam: ~\nikepolicy: {local_id: 10.0.0.1}\ncgw_id: @b',
  'vpn_connection:\n\tname: a\n\tpsk: |-\n    Abcd\n    \t1234!',
  '# vpnconn-disable-next-line crypto/weak "crypto/week" crypto/weak\nikepolicy: {dh_group: Group2}',
];

const mistakes = [
  ...rules.flatMap(({ examples }) => examples.bad.map(({ yaml }) => yaml)),
  // Each as often as a good part of the rules, because there are fewer of them.
  ...[...misplaced, ...entangled].flatMap((yaml) => Array.from({ length: 6 }, () => yaml)),
];

/** What somebody types into a value: with quotes or without, right or wrong. */
const typed = fc.constantFrom(
  ...['0123', '"3600"', 'Group14', "'V2'", '~', '@a', '!b', 'a #b', 'yes', '*a', '!Secret b', '"a'],
);

/** A file with the mistakes of a rule, in which one value may be another one. */
export const mistakenText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...mistakes), fc.option(fc.tuple(fc.nat(), typed)), fc.boolean())
  .map(([yaml, change, crlf]) => {
    const values = [...yaml.matchAll(/(?<=: )[^\s,{}[\]]+/g)];
    const value = change === null ? undefined : values[change[0] % Math.max(values.length, 1)];
    const changed =
      value === undefined || change === null
        ? yaml
        : yaml.slice(0, value.index) + change[1] + yaml.slice(value.index + value[0].length);
    const text = exampleText(changed);
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
