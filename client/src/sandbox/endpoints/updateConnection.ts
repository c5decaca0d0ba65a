// PUT /v5/{project_id}/vpn-connection/{vpn_connection_id}
import { checkUpdate, readJson, readUpdateBody } from '../checks/checkUpdate';
import type { Refusal } from '../http/reply';
import { invalidRequest, resourceNotFound } from '../http/reply';
import { statusAt } from '../state/cloudState';
import { presentConnection } from '../state/presentConnection';
import type { Connection } from '../state/resources';
import type { Endpoint } from './call';
import { answer, refuse } from './call';

/** Checks first the request as a whole, then the connection's state, then what the update says. */
export const updateConnection: Endpoint = (call) => {
  const { request, state, now } = call;
  const stored = state.connection(call.id);
  if (stored === undefined) return refuse(call, resourceNotFound('VPN connection'));
  const gateway = state.gateway(stored.vgw_id);
  if (gateway === undefined) return refuse(call, resourceNotFound('VPN gateway'));
  const json = readJson(request);
  if (json.kind === 'refused') return refuse(call, json.refusal);
  const closed = refuseInState(stored, now);
  if (closed !== undefined) return refuse(call, closed);
  const body = readUpdateBody(json.value);
  if (body.kind === 'refused') return refuse(call, body.refusal);
  const customerGateway = (id: string) => state.customerGateway(id);
  const refusal = checkUpdate({ update: body.value, stored, gateway, customerGateway });
  if (refusal !== undefined) return refuse(call, refusal);
  const changed = state.apply(stored, body.value, now);
  return answer(call, { vpn_connection: presentConnection(changed, state) });
};

/** A frozen connection is refused in the words of the API page's second example response. */
function refuseInState(stored: Connection, now: number): Refusal | undefined {
  switch (statusAt(stored, now)) {
    case 'FREEZED':
      return invalidRequest('ILLEGAL not allowed update vpnConnection');
    case 'PENDING_UPDATE':
      return { status: 400, code: 'VPN.0306', message: 'the VPN connection is being updated' };
    default:
      return undefined;
  }
}
