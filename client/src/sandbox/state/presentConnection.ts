// How a connection looks from outside: tables 9 to 14 of the API page, and what they leave out.
import { isGmGateway, routesDecide } from './gatewayTraits';
import { statusAt } from './cloudState';
import type { CloudState } from './cloudState';
import type { Connection, Gateway, IkePolicy } from './resources';

/** The object of an update's answer: it has neither `status` nor `psk`. */
export function presentConnection(connection: Connection, state: CloudState): object {
  const gateway = state.gateway(connection.vgw_id);
  const hasTags = connection.tags.length > 0;
  return {
    id: connection.id,
    name: connection.name,
    vgw_id: connection.vgw_id,
    vgw_ip: connection.vgw_ip,
    style: connection.style.toUpperCase(),
    cgw_id: connection.cgw_id,
    ...(routesDecide(connection, gateway) ? {} : { peer_subnets: connection.peer_subnets }),
    tunnel_local_address: connection.tunnel_local_address,
    tunnel_peer_address: connection.tunnel_peer_address,
    ...(connection.style === 'static' ? { enable_nqa: connection.enable_nqa } : {}),
    ...(connection.style === 'policy' ? { policy_rules: connection.policy_rules } : {}),
    ikepolicy: presentIkePolicy(connection, gateway, state),
    ipsecpolicy: presentIpsecPolicy(connection, gateway),
    created_at: connection.created_at,
    updated_at: connection.updated_at,
    enterprise_project_id: connection.enterprise_project_id,
    connection_monitor_id: connection.connection_monitor_id,
    ha_role: connection.ha_role,
    ...(hasTags ? { tags: connection.tags } : {}),
  };
}

/** The object of show and list, which has the status. */
export function presentWithStatus(connection: Connection, state: CloudState, now: number): object {
  return { ...presentConnection(connection, state), status: statusAt(connection, now) };
}

function presentIkePolicy(
  connection: Connection,
  gateway: Gateway | undefined,
  state: CloudState,
): object {
  const policy = connection.ikepolicy;
  const isV1 = policy.ike_version === 'v1';
  return {
    ike_version: policy.ike_version,
    ...(isV1 ? { phase1_negotiation_mode: policy.phase1_negotiation_mode } : {}),
    authentication_algorithm: policy.authentication_algorithm,
    encryption_algorithm: policy.encryption_algorithm,
    authentication_method: policy.authentication_method,
    lifetime_seconds: policy.lifetime_seconds,
    ...(isGmGateway(gateway)
      ? {}
      : { dh_group: policy.dh_group, ...presentIds(connection, gateway, state) }),
    dpd: policy.dpd,
  };
}

/** With type ip the addresses of the two ends are shown; with `any` the peer has no id at all. */
function presentIds(
  connection: Connection,
  gateway: Gateway | undefined,
  state: CloudState,
): object {
  const policy: IkePolicy = connection.ikepolicy;
  const localAddress = gatewayAddress(connection, gateway);
  const peerAddress = state.customerGateway(connection.cgw_id)?.id_value;
  const peerId = policy.peer_id_type === 'ip' ? peerAddress : policy.peer_id;
  return {
    local_id_type: policy.local_id_type,
    local_id: policy.local_id_type === 'ip' ? localAddress : policy.local_id,
    peer_id_type: policy.peer_id_type,
    ...(policy.peer_id_type === 'any' ? {} : { peer_id: peerId }),
  };
}

function presentIpsecPolicy(connection: Connection, gateway: Gateway | undefined): object {
  const { pfs, ...rest } = connection.ipsecpolicy;
  return isGmGateway(gateway) ? rest : { ...rest, pfs };
}

function gatewayAddress(connection: Connection, gateway: Gateway | undefined): string {
  const eip = [gateway?.eip1, gateway?.eip2].find((each) => each?.id === connection.vgw_ip);
  return eip?.ip_address ?? connection.vgw_ip;
}
