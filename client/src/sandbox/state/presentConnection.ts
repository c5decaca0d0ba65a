// How a connection looks from outside: tables 9 to 14 of the API page, and what they leave out.
import { isGmGateway, routesDecide } from './gatewayTraits';
import { statusAt } from './cloudState';
import type { CloudState } from './cloudState';
import type { Connection, Gateway, IkePolicy } from './resources';

/** The object of an update's answer: it has neither `status` nor `psk`. */
export function presentConnection(connection: Connection, state: CloudState): object {
  const gateway = state.gateway(connection.vgw_id);
  const { style, peer_subnets, enable_nqa, policy_rules, tags, ...rest } = connection;
  return {
    ...without(rest, 'status', 'settlesAt', 'log'),
    style: style.toUpperCase(),
    ...(routesDecide(connection, gateway) ? {} : { peer_subnets }),
    ...(style === 'static' ? { enable_nqa } : {}),
    ...(style === 'policy' ? { policy_rules } : {}),
    ikepolicy: presentIkePolicy(connection, gateway, state),
    ipsecpolicy: presentIpsecPolicy(connection, gateway),
    ...(tags.length > 0 ? { tags } : {}),
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
  const { phase1_negotiation_mode, dh_group, ...rest } = connection.ikepolicy;
  return {
    ...without(rest, 'local_id_type', 'local_id', 'peer_id_type', 'peer_id'),
    ...(rest.ike_version === 'v1' ? { phase1_negotiation_mode } : {}),
    ...(isGmGateway(gateway) ? {} : { dh_group, ...presentIds(connection, gateway, state) }),
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

function without<T extends object, K extends keyof T>(
  object: T,
  ...keys: readonly K[]
): Omit<T, K> {
  const kept = Object.entries(object).filter(([key]) => !keys.some((each) => each === key));
  // The entries are those of the object, which `Object.fromEntries` can't know.
  return Object.fromEntries(kept) as Omit<T, K>;
}
