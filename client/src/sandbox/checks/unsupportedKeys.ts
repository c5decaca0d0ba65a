// Answers for keys that the update does not take.
import type { Refusal } from '../http/reply';

const createOnly = 'is set when the connection is created and cannot be updated';
const readOnly = 'is read-only';
const newer = 'is not part of this version of the API';

const reasons: Readonly<Record<string, string>> = {
  style: createOnly,
  vgw_id: createOnly,
  vgw_ip: createOnly,
  ha_role: createOnly,
  authentication_method: createOnly,
  enable_nqa: 'must not be filled when a connection is updated',
  tags: 'are changed through the tag API',
  status: readOnly,
  id: readOnly,
  created_at: readOnly,
  updated_at: readOnly,
  enterprise_project_id: readOnly,
  connection_monitor_id: readOnly,
  enable_hub: newer,
  peer_subnets_v6: newer,
  policy_rules_v6: newer,
};

/** 400 VPN.0013, unsupported attribute. */
export function refuseUnsupportedKey(key: string, at: string): Refusal {
  const reason = Object.hasOwn(reasons, key) ? reasons[key] : undefined;
  const detail = reason === undefined ? `${nameOf(key)} of ${at}` : `${at}.${key} ${reason}`;
  return { status: 400, code: 'VPN.0013', message: `unsupported attribute: ${detail}` };
}

/** Lower-case letters alone cannot be a pre-shared key in the wrong place, so they may be repeated. */
function nameOf(key: string): string {
  return /^[a-z_]{1,64}$/.test(key) ? key : 'a key';
}
