// Conditions on the connection itself: references, subnets, the tunnel pair, the policy rules.
import { invalidRequest, resourceNotFound } from '../http/reply';
import { routesDecide } from '../state/gatewayTraits';
import { networkOf } from './addresses';
import type { UpdateCheck } from './updateContext';

/** An update must name at least one field; empty objects name none. */
export const somethingToUpdate: UpdateCheck = ({ update }) =>
  hasLeaf(update) ? undefined : invalidRequest('vpn_connection has no field to update');

/** The customer gateway must exist. */
export const customerGatewayExists: UpdateCheck = ({ update, customerGateway }) =>
  update.cgw_id === undefined || customerGateway(update.cgw_id) !== undefined
    ? undefined
    : resourceNotFound('customer gateway of vpn_connection.cgw_id');

/** Customer subnets cannot be emptied unless routes take their place (table 3, `peer_subnets`). */
export const peerSubnetsNotEmptied: UpdateCheck = ({ update, stored, gateway }) => {
  if (update.peer_subnets?.length !== 0 || routesDecide(stored, gateway)) return undefined;
  return invalidRequest('vpn_connection.peer_subnets must not be empty');
};

/** Both ends of the tunnel lie in one block of four and differ; half a pair meets the stored half. */
export const tunnelPair: UpdateCheck = ({ update, stored }) => {
  if (update.tunnel_local_address === undefined && update.tunnel_peer_address === undefined) {
    return undefined;
  }
  const local = update.tunnel_local_address ?? stored.tunnel_local_address;
  const peer = update.tunnel_peer_address ?? stored.tunnel_peer_address;
  if (local === undefined || peer === undefined) return undefined;
  if (local === peer) {
    return invalidRequest('tunnel_local_address and tunnel_peer_address must be different');
  }
  return networkOf(local) === networkOf(peer)
    ? undefined
    : invalidRequest('tunnel_local_address and tunnel_peer_address must be in one CIDR block');
};

/** Rules belong to policy mode alone. */
export const rulesNeedPolicyStyle: UpdateCheck = ({ update, stored }) =>
  (update.policy_rules ?? []).length === 0 || stored.style === 'policy'
    ? undefined
    : invalidRequest('policy_rules can be set only when style is policy');

/** Indices and source blocks are unique; blocks are compared as networks. */
export const rulesAreUnique: UpdateCheck = ({ update }) => {
  const rules = update.policy_rules ?? [];
  const indices = rules.flatMap(({ rule_index: index }) => (index === undefined ? [] : [index]));
  if (hasDuplicate(indices)) return invalidRequest('policy_rules: rule_index must be unique');
  const sources = rules.flatMap(({ source }) => (source === undefined ? [] : [networkOf(source)]));
  return hasDuplicate(sources) ? invalidRequest('policy_rules: source must be unique') : undefined;
};

function hasDuplicate(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length;
}

function hasLeaf(value: unknown): boolean {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return true;
  return Object.values(value).some(hasLeaf);
}
