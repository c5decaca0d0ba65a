// The body of an update as tables 2 to 7 of the API page describe it, field by field. What is listed here
// is accepted, stored, shown and logged: nothing else in the sandbox has to know a new field.
import type { Value } from './fields';
import { integer, listOf, oneOf, record } from './fields';
import { cidr, customerSubnet, tunnelAddress } from './networkFields';
import { connectionName, ikeId, preSharedKey, uuid } from './textFields';
import { refuseUnsupportedKey } from './unsupportedKeys';

const hash = oneOf('sha2-512', 'sha2-384', 'sha2-256', 'sha1', 'md5', 'sm3');

const cipher = oneOf(
  'aes-256-gcm-16',
  'aes-128-gcm-16',
  'aes-256',
  'aes-192',
  'aes-128',
  '3des',
  'sm4',
);

const groups = [
  'group1',
  'group2',
  'group5',
  'group14',
  'group15',
  'group16',
  'group19',
  'group20',
  'group21',
] as const;

const policyRule = { rule_index: integer(0, 50), source: cidr, destination: listOf(cidr, 50) };

const dpd = {
  timeout: integer(2, 60),
  interval: integer(10, 3600),
  msg: oneOf('seq-hash-notify', 'seq-notify-hash'),
};

const ikePolicy = {
  ike_version: oneOf('v1', 'v2'),
  phase1_negotiation_mode: oneOf('main', 'aggressive'),
  authentication_algorithm: hash,
  encryption_algorithm: cipher,
  dh_group: oneOf(...groups),
  lifetime_seconds: integer(60, 604800),
  local_id_type: oneOf('ip', 'fqdn'),
  local_id: ikeId,
  peer_id_type: oneOf('ip', 'fqdn'),
  peer_id: ikeId,
  dpd: record(dpd, refuseUnsupportedKey),
};

const ipsecPolicy = {
  authentication_algorithm: hash,
  encryption_algorithm: cipher,
  pfs: oneOf(...groups, 'disable'),
  transform_protocol: oneOf('esp'),
  lifetime_seconds: integer(30, 604800),
  encapsulation_mode: oneOf('tunnel'),
};

const connection = {
  name: connectionName,
  cgw_id: uuid,
  peer_subnets: listOf(customerSubnet, 50),
  tunnel_local_address: tunnelAddress,
  tunnel_peer_address: tunnelAddress,
  psk: preSharedKey,
  policy_rules: listOf(record(policyRule, refuseUnsupportedKey), 5),
  ikepolicy: record(ikePolicy, refuseUnsupportedKey),
  ipsecpolicy: record(ipsecPolicy, refuseUnsupportedKey),
};

/** Reads `vpn_connection`. What depends on the stored connection is checked afterwards. */
export const readConnectionUpdate = record(connection, refuseUnsupportedKey);

/** The names of all fields, wherever they are. */
export const updateKeys: readonly string[] = [
  connection,
  policyRule,
  ikePolicy,
  dpd,
  ipsecPolicy,
].flatMap(Object.keys);

/** An update whose fields are well-formed each by itself. */
export type ConnectionUpdate = Value<typeof readConnectionUpdate>;
