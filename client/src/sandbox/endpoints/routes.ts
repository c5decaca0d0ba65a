// Which endpoint a method and path lead to.
import type { ApiRequest } from '../http/apiRequest';
import { decodePercent } from '../http/apiRequest';
import type { Endpoint } from './call';
import { listConnections, showConnection, showConnectionLog } from './connections';
import { listCustomerGateways, listGateways, showCustomerGateway, showGateway } from './gateways';
import { updateConnection } from './updateConnection';

/** Where a request leads. */
export type Route =
  | { readonly kind: 'issue-token' }
  | { readonly kind: 'list-projects' }
  | {
      readonly kind: 'project';
      readonly endpoint: Endpoint;
      readonly projectId: string;
      readonly id: string;
      /** Whether read-only callers may use it. */
      readonly changes: 'nothing' | 'a-connection';
    }
  | { readonly kind: 'nowhere' };

const projectForm =
  /^\/v5\/([^/]+)\/(vpn-connection|vpn-gateways|customer-gateways)(?:\/([^/]+))?$/;
const logForm = /^\/v5\/([^/]+)\/(vpn-connection)\/([^/]+)\/log$/;

const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET vpn-connection': listConnections,
  'GET vpn-connection/{id}': showConnection,
  'GET vpn-connection/{id}/log': showConnectionLog,
  'PUT vpn-connection/{id}': updateConnection,
  'GET vpn-gateways': listGateways,
  'GET vpn-gateways/{id}': showGateway,
  'GET customer-gateways': listCustomerGateways,
  'GET customer-gateways/{id}': showCustomerGateway,
};

/** A trailing slash makes no difference. */
export function findRoute(request: ApiRequest): Route {
  const path = request.path.replace(/\/$/, '');
  if (request.method === 'POST' && path === '/v3/auth/tokens') return { kind: 'issue-token' };
  if (request.method === 'GET' && path === '/v3/projects') return { kind: 'list-projects' };
  const log = logForm.exec(path);
  const [, projectId = '', collection = '', id = ''] = log ?? projectForm.exec(path) ?? [];
  const rest = `${id === '' ? '' : '/{id}'}${log === null ? '' : '/log'}`;
  const endpoint = endpoints[`${request.method} ${collection}${rest}`];
  if (endpoint === undefined) return { kind: 'nowhere' };
  return {
    kind: 'project',
    endpoint,
    projectId: decodePercent(projectId),
    id: decodePercent(id),
    changes: request.method === 'GET' ? 'nothing' : 'a-connection',
  };
}
