// Conditions on the IKE and IPsec policies, judged on what would be in force after the update.
import { invalidRequest } from '../http/reply';
import { isGmGateway } from '../state/gatewayTraits';
import { isIpv4Address } from './addresses';
import type { UpdateCheck, UpdateContext } from './updateContext';

/** A gateway of flavor GM takes its own algorithms only, and others do not take them (tables 5, 7). */
export const algorithmsFitFlavor: UpdateCheck = ({ update, gateway }) => {
  const ike = update.ikepolicy ?? {};
  const ipsec = update.ipsecpolicy ?? {};
  const isGm = isGmGateway(gateway);
  const sm = new Set<string>(['sm3', 'sm4']);
  const wrong = Object.entries({
    'ikepolicy.authentication_algorithm': ike.authentication_algorithm,
    'ikepolicy.encryption_algorithm': ike.encryption_algorithm,
    'ipsecpolicy.authentication_algorithm': ipsec.authentication_algorithm,
    'ipsecpolicy.encryption_algorithm': ipsec.encryption_algorithm,
  }).find(([, value]) => value !== undefined && sm.has(value) !== isGm);
  if (wrong === undefined) return undefined;
  const rule = isGm ? 'must be sm3 or sm4' : 'must not be sm3 or sm4';
  return invalidRequest(`${wrong[0]} ${rule} when flavor of the VPN gateway is ${gateway.flavor}`);
};

/** The other limits of flavor GM: version v1, mode main, and fields that cannot be modified. */
export const gmLimits: UpdateCheck = ({ update, gateway }) => {
  if (!isGmGateway(gateway)) return undefined;
  const ike = update.ikepolicy ?? {};
  const when = 'when flavor of the VPN gateway is GM';
  if (ike.ike_version === 'v2') return invalidRequest(`ikepolicy.ike_version must be v1 ${when}`);
  if (ike.phase1_negotiation_mode === 'aggressive') {
    return invalidRequest(`ikepolicy.phase1_negotiation_mode must be main ${when}`);
  }
  const fixed = Object.entries({
    'ikepolicy.dh_group': ike.dh_group,
    'ikepolicy.local_id_type': ike.local_id_type,
    'ikepolicy.local_id': ike.local_id,
    'ikepolicy.peer_id_type': ike.peer_id_type,
    'ikepolicy.peer_id': ike.peer_id,
    'ipsecpolicy.pfs': update.ipsecpolicy?.pfs,
  }).find(([, value]) => value !== undefined);
  return fixed === undefined ? undefined : invalidRequest(`${fixed[0]} cannot be modified ${when}`);
};

/** A GCM cipher in the IKE policy exists in IKEv2 only (console manual). */
export const gcmNeedsV2: UpdateCheck = ({ update, stored }) => {
  const ike = update.ikepolicy ?? {};
  if (ike.ike_version === undefined && ike.encryption_algorithm === undefined) return undefined;
  const version = ike.ike_version ?? stored.ikepolicy.ike_version;
  const cipher = ike.encryption_algorithm ?? stored.ikepolicy.encryption_algorithm;
  return version === 'v1' && cipher.includes('gcm')
    ? invalidRequest('ikepolicy.encryption_algorithm must not be a GCM algorithm with IKE v1')
    : undefined;
};

/** Ids fit their types: fqdn brings an id with it, an id of type ip is an address. */
export const idsFitTypes: UpdateCheck = (context) =>
  idFitsType(context, 'local') ?? idFitsType(context, 'peer');

function idFitsType({ update, stored }: UpdateContext, side: 'local' | 'peer') {
  const sent = update.ikepolicy ?? {};
  const sentType = side === 'local' ? sent.local_id_type : sent.peer_id_type;
  const sentId = side === 'local' ? sent.local_id : sent.peer_id;
  const storedType =
    side === 'local' ? stored.ikepolicy.local_id_type : stored.ikepolicy.peer_id_type;
  if (sentType === 'fqdn' && sentId === undefined) {
    return invalidRequest(`ikepolicy.${side}_id is mandatory when ${side}_id_type is fqdn`);
  }
  if (sentId === undefined) return undefined;
  const type = sentType ?? storedType;
  if (type === 'fqdn' && sentId === '') {
    return invalidRequest(`ikepolicy.${side}_id must not be empty when ${side}_id_type is fqdn`);
  }
  return type === 'ip' && !isIpv4Address(sentId)
    ? invalidRequest(`ikepolicy.${side}_id must be an IPv4 address when ${side}_id_type is ip`)
    : undefined;
}
