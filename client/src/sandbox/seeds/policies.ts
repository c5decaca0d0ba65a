// IKE and IPsec policies that the seeded connections start from.
import type { IkePolicy, IpsecPolicy } from '../state/resources';

/** What the console proposes for a new connection. */
export const defaultIke: IkePolicy = {
  ike_version: 'v2',
  phase1_negotiation_mode: 'main',
  authentication_algorithm: 'sha2-256',
  encryption_algorithm: 'aes-128',
  dh_group: 'group15',
  authentication_method: 'pre-share',
  lifetime_seconds: 86400,
  local_id_type: 'ip',
  peer_id_type: 'ip',
  dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
};

/** What the console proposes for a new connection. */
export const defaultIpsec: IpsecPolicy = {
  authentication_algorithm: 'sha2-256',
  encryption_algorithm: 'aes-128',
  pfs: 'group15',
  transform_protocol: 'esp',
  lifetime_seconds: 3600,
  encapsulation_mode: 'tunnel',
};

/** A gateway of flavor GM: IKEv1 and the SM algorithms. */
export const gmIke: IkePolicy = {
  ...defaultIke,
  ike_version: 'v1',
  authentication_algorithm: 'sm3',
  encryption_algorithm: 'sm4',
};

/** A gateway of flavor GM. */
export const gmIpsec: IpsecPolicy = {
  ...defaultIpsec,
  authentication_algorithm: 'sm3',
  encryption_algorithm: 'sm4',
};

/** An old device on the other side. */
export const legacyIke: IkePolicy = {
  ...defaultIke,
  ike_version: 'v1',
  phase1_negotiation_mode: 'aggressive',
  authentication_algorithm: 'sha1',
  encryption_algorithm: '3des',
  dh_group: 'group2',
};

/** An old device on the other side. */
export const legacyIpsec: IpsecPolicy = {
  ...defaultIpsec,
  authentication_algorithm: 'sha1',
  encryption_algorithm: '3des',
  pfs: 'group2',
};
