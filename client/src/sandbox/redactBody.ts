// The form in which bodies and query strings may be kept: known fields with their values, the rest
// masked. Names count too, because a secret may have been typed where a name belongs.
import type { ApiRequest } from './http/apiRequest';
import { readQuery } from './http/apiRequest';

const mask = '***';

const shownFields = new Set([
  ...['vpn_connection', 'name', 'cgw_id', 'peer_subnets', 'tunnel_local_address'],
  ...['tunnel_peer_address', 'policy_rules', 'rule_index', 'source', 'destination'],
  ...['ikepolicy', 'ipsecpolicy', 'dpd', 'ike_version', 'phase1_negotiation_mode'],
  ...['authentication_algorithm', 'encryption_algorithm', 'dh_group', 'lifetime_seconds'],
  ...['local_id_type', 'local_id', 'peer_id_type', 'peer_id', 'timeout', 'interval', 'msg'],
  ...['pfs', 'transform_protocol', 'encapsulation_mode'],
]);

const maskedFields = new Set(['psk', 'auth']);

const shownParameters = new Set(['limit', 'marker', 'vgw_id', 'vgw_ip', 'nocatalog']);

/** Undefined for an empty body; a sentence for one that is not JSON. */
export function redactBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return redactValue(JSON.parse(body.toString('utf8')));
  } catch {
    return `(${body.length} bytes that are not JSON)`;
  }
}

/** Path and query as they may be kept. */
export function redactTarget(request: ApiRequest): string {
  if (request.query === '') return request.path;
  const parts = readQuery(request.query).map(([name, value]) =>
    shownParameters.has(name) ? `${name}=${value}` : mask,
  );
  return `${request.path}?${parts.join('&')}`;
}

function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (shownFields.has(key)) return [key, redactValue(field)];
      return [maskedFields.has(key) ? key : mask, mask];
    }),
  );
}
