// Whether the credentials are accepted, the project is there and reading is allowed: one GET decides.
import type { Login } from '../../model/credentials';
import type { Context } from '../../redaction/context';
import type { HttpRequest, HttpResponse, HttpResult } from '../../model/httpExchange';
import { isJsonObjectText, readApiError } from '../../cloud/errors/apiError';
import { explainFailure } from '../../cloud/errors/explainFailure';
import { explainResponse } from '../../cloud/errors/explainResponse';
import type { Destination } from '../../targets/findDestination';
import { sendRequest } from '../../cloud/sendRequest';
import { shortText } from '../../model/visibleText';
import type { CheckLimits } from './checkRoute';
import { failed, passed, skipped, type CheckStep } from './checkStep';

/** Everything that the GET needs. */
export interface AccessQuestion {
  readonly destination: Destination;
  readonly login: Login;
  readonly projectId: string;
}

/** Asks for the list of connections, cut to one, and reads the answer three times. */
export async function checkAccess(
  context: Context,
  { destination, login, projectId }: AccessQuestion,
  limits: CheckLimits,
): Promise<readonly CheckStep[]> {
  const request = listRequest(destination.origin, projectId);
  const sending = { credentials: login, projectId, ...limits };
  const result = await sendRequest(context, request, sending);
  return accessSteps(result, request, limits.timeoutMs);
}

/** What the answer says about credentials, project and permission. */
export function accessSteps(
  result: HttpResult,
  request: HttpRequest,
  timeoutMs: number,
): readonly CheckStep[] {
  if (result.kind === 'failure') {
    const { host } = new URL(request.url);
    return stoppedAt('accepted', failed('accepted', explainFailure(result, host, timeoutMs)));
  }
  const accepted = passed('accepted', 'The credentials were accepted.');
  if (result.status === 200 && isJsonObjectText(result.body)) {
    return [
      accepted,
      passed('project', 'The project was found in this region.'),
      passed('permission', 'Connections may be read. Whether they may be changed shows on apply.'),
    ];
  }
  const problem = explain(result, request);
  const code = readApiError(result).code ?? '';
  if (result.status === 404 && code.startsWith('VPN.')) {
    return [accepted, ...stoppedAt('project', failed('project', noSuchProject(problem.message)))];
  }
  // APIGW.0310: the project is not available. All else that is forbidden is a matter of permissions.
  if (result.status === 403 && /\.0310$/.test(code)) {
    return [accepted, ...stoppedAt('project', failed('project', problem))];
  }
  return result.status === 403
    ? [
        accepted,
        skipped('project', 'Without the permission it cannot be told whether it is there.'),
        failed('permission', notAllowed(problem.message)),
      ]
    : stoppedAt('accepted', failed('accepted', problem));
}

const order = ['accepted', 'project', 'permission'] as const;

/** The step, and those behind it, which nothing is known about. */
function stoppedAt(id: (typeof order)[number], step: CheckStep): readonly CheckStep[] {
  const rest = order.slice(order.indexOf(id) + 1);
  return [step, ...rest.map((each) => skipped(each, 'Not known because of the step before.'))];
}

function listRequest(origin: string, projectId: string): HttpRequest {
  const path = `/v5/${encodeURIComponent(projectId)}/vpn-connection?limit=1`;
  return {
    method: 'GET',
    url: `${origin}${path}`,
    headers: { 'Content-Type': 'application/json' },
  };
}

function explain(response: HttpResponse, request: HttpRequest): Parameters<typeof failed>[1] {
  const { status, statusText } = response;
  const { code, message, advice } = explainResponse(response, request);
  const said = [code, message === undefined ? undefined : shortText(message, 200)]
    .filter((part) => part !== undefined)
    .join(': ');
  const answer = `${status} ${statusText}`.trim();
  const meaning =
    status >= 200 && status < 300 ? 'The answer is not one of the VPN API.' : advice.meaning;
  return {
    message: `${meaning} (${said === '' ? answer : `${answer}, ${said}`})`,
    remedy: advice.remedy,
    actions: advice.actions ?? [],
  };
}

function noSuchProject(message: string): Parameters<typeof failed>[1] {
  return {
    message,
    remedy: 'Check the project: each region has one of its own. Select the region it belongs to.',
    actions: [{ kind: 'select-target' }],
  };
}

function notAllowed(message: string): Parameters<typeof failed>[1] {
  return {
    message,
    remedy:
      'Ask the administrator for vpn:vpnConnections:list and vpn:vpnConnections:get in this project.',
    actions: [],
  };
}
