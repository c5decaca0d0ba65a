// Show and list VPN gateways and customer gateways.
import { resourceNotFound } from '../http/reply';
import type { Endpoint } from './call';
import { answer, refuse } from './call';
import { pageOf } from './paging';

/** GET /v5/{project_id}/vpn-gateways/{vgw_id} */
export const showGateway: Endpoint = (call) => {
  const gateway = call.state.gateway(call.id);
  return gateway === undefined
    ? refuse(call, resourceNotFound('VPN gateway'))
    : answer(call, { vpn_gateway: gateway });
};

/** GET /v5/{project_id}/vpn-gateways, always the whole list. */
export const listGateways: Endpoint = (call) => answer(call, { vpn_gateways: call.state.gateways });

/** GET /v5/{project_id}/customer-gateways/{customer_gateway_id} */
export const showCustomerGateway: Endpoint = (call) => {
  const gateway = call.state.customerGateway(call.id);
  return gateway === undefined
    ? refuse(call, resourceNotFound('customer gateway'))
    : answer(call, { customer_gateway: gateway });
};

/** GET /v5/{project_id}/customer-gateways, paged. */
export const listCustomerGateways: Endpoint = (call) => {
  const page = pageOf(call, call.state.customerGateways, 200);
  if (page.kind === 'refused') return refuse(call, page.refusal);
  const { items, page_info, total_count } = page.value;
  return answer(call, { customer_gateways: items, page_info, total_count });
};
