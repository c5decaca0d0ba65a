// Show and list VPN connections, and the log of one.
import { resourceNotFound } from '../http/reply';
import { presentWithStatus } from '../state/presentConnection';
import type { Call, Endpoint } from './call';
import { answer, queryParameter, refuse } from './call';
import { pageOf } from './paging';

/** GET /v5/{project_id}/vpn-connection/{vpn_connection_id} */
export const showConnection: Endpoint = (call) => {
  const connection = call.state.connection(call.id);
  if (connection === undefined) return refuse(call, resourceNotFound('VPN connection'));
  return answer(call, { vpn_connection: presentWithStatus(connection, call.state, call.now) });
};

/** GET /v5/{project_id}/vpn-connection, narrowed by `vgw_id` and `vgw_ip`. */
export const listConnections: Endpoint = (call) => {
  const gatewayId = queryParameter(call, 'vgw_id');
  const gatewayAddress = queryParameter(call, 'vgw_ip');
  const matching = call.state.connections.filter(
    ({ vgw_id: id, vgw_ip: address }) =>
      (gatewayId ?? id) === id && (gatewayAddress ?? address) === address,
  );
  const page = pageOf(call, matching, 2000);
  if (page.kind === 'refused') return refuse(call, page.refusal);
  const { items, page_info, total_count } = page.value;
  const vpn_connections = items.map((item) => presentWithStatus(item, call.state, call.now));
  return answer(call, { vpn_connections, page_info, total_count });
};

/** GET /v5/{project_id}/vpn-connection/{vpn_connection_id}/log, the newest lines first. */
export const showConnectionLog: Endpoint = (call) => {
  const connection = call.state.connection(call.id);
  if (connection === undefined) return refuse(call, resourceNotFound('VPN connection'));
  const gateway = call.state.gateway(connection.vgw_id);
  if (gateway?.supported_features.includes('query_connection_log') !== true) {
    return refuseLog(call, 'VPN.0304', 'the VPN gateway does not support log query');
  }
  if (connection.style === 'policy-template') {
    return refuseLog(call, 'VPN.0305', 'log query is not supported in policy template mode');
  }
  const logs = connection.log
    .filter((line) => line.time <= call.now)
    .sort((a, b) => b.time - a.time)
    .map(({ time, message }) => ({
      time: Math.floor(time / 1000),
      raw_message: `${new Date(time).toISOString()} ${gateway.name} ipsec_ike[30085]: ${message}`,
    }));
  return answer(call, { logs });
};

function refuseLog(call: Call, code: string, message: string) {
  return refuse(call, { status: 400, code, message });
}
