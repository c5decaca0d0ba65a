// Which permission a call needs, so that a refusal can name it.
// Source: VPN API reference, "Permissions and Supported Actions" (vpn_api_0115 to 0117).
import type { HttpRequest } from '../../model/httpExchange';
import { problem, type Problem } from '../../model/problem';

/** An action of a policy, and the actions of other services that it needs beside it. */
interface Permission {
  readonly action: string;
  readonly dependencies: readonly string[];
}

const toChange = [
  'vpc:vpcs:list',
  'vpc:vpcs:get',
  'vpc:subnets:get',
  'vpc:subnets:list',
  'vpc:subNetworkInterfaces:update',
  'vpc:publicIps:get',
  'vpc:publicIps:list',
  'vpc:bandwidths:list',
  'vpc:ports:get',
  'vpc:routeTables:update',
  'vpc:routeTables:get',
];
const toRead = [
  'vpc:publicIps:get',
  'vpc:publicIps:list',
  'vpc:bandwidths:list',
  'er:instances:list',
  'er:instances:get',
  'vpc:vpcs:list',
  'vpc:vpcs:get',
  'vpc:subnets:get',
  'vpc:subnets:list',
];

const readConnection: Permission = { action: 'vpn:vpnConnections:get', dependencies: toRead };

/** By method and path below the project. */
const calls: readonly (readonly [call: RegExp, permission: Permission])[] = [
  [/^PUT vpn-connection\/[^/]+$/, { action: 'vpn:vpnConnections:update', dependencies: toChange }],
  [/^GET vpn-connection\/[^/]+$/, readConnection],
  [/^GET vpn-connection\/[^/]+\/log$/, { action: 'vpn:vpnConnections:getLog', dependencies: [] }],
  [/^GET vpn-connection$/, { action: 'vpn:vpnConnections:list', dependencies: toRead }],
  [/^GET vpn-gateways\/[^/]+$/, { action: 'vpn:vpnGateways:get', dependencies: toRead }],
  [/^GET vpn-gateways$/, { action: 'vpn:vpnGateways:list', dependencies: toRead }],
  [/^GET customer-gateways\/[^/]+$/, { action: 'vpn:customerGateways:get', dependencies: [] }],
  [/^GET customer-gateways$/, { action: 'vpn:customerGateways:list', dependencies: [] }],
];

/** The call that was refused. */
export type RefusedCall = Pick<HttpRequest, 'method' | 'url'>;

/**
 * One sentence that asks for what is missing: the actions that the service names, else the action
 * that the documentation gives for the call, with what it depends on.
 *
 * @param message what the service says
 */
export function askForPermission(message: string | undefined, call: RefusedCall): string {
  const named = namedActions(message ?? '');
  if (named.length > 0) {
    return `Ask the administrator for ${named.join(', ')} in this project: the service names it as missing.`;
  }
  const needed = permissionFor(call);
  if (needed === undefined) {
    return 'Ask the administrator for the permission in this project.';
  }
  const { action, dependencies } = needed;
  const beside = dependencies.length === 0 ? '' : `, with ${dependencies.join(', ')}`;
  return `Ask the administrator for ${action} in this project${beside}.`;
}

/** A connection could not be read for want of the permission; `message` says what for. */
export function mayNotReadConnection(message: string): Problem {
  const remedy = `Ask for the permission to read VPN connections (${readConnection.action}).`;
  return problem('unreadable', message, remedy);
}

function permissionFor({ method, url }: RefusedCall): Permission | undefined {
  const [, path] = /^\/v5\/[^/]+\/(.+?)\/?$/.exec(new URL(url).pathname) ?? [];
  return calls.find(([call]) => call.test(`${method} ${path}`))?.[1];
}

/** `service:resource:operation`, as policies write it; at most three, each once. */
function namedActions(message: string): readonly string[] {
  const found = message.match(/(?<![\w:])[a-z]{2,20}:[A-Za-z]{2,40}:[A-Za-z]{2,40}(?![\w:])/g);
  return [...new Set(found ?? [])].slice(0, 3);
}
