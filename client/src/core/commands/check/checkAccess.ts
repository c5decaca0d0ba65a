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

/** Requests a list of at most one connection; the response answers three checks. */
export async function checkAccess(
  context: Context,
  question: AccessQuestion,
  limits: CheckLimits,
): Promise<readonly CheckStep[]> {
  const { result, request } = await requestAccess(context, question, limits);
  return accessSteps(result, request, limits.timeoutMs);
}

/** The GET alone: the least that shows whether the service accepts the credentials. */
export async function requestAccess(
  context: Context,
  { destination, login, projectId }: AccessQuestion,
  limits: CheckLimits,
): Promise<{ readonly request: HttpRequest; readonly result: HttpResult }> {
  const request = listRequest(destination.origin, projectId);
  const { target } = destination;
  const sending = { credentials: login, projectId, target, ...limits };
  return { request, result: await sendRequest(context, request, sending) };
}

/** What the response shows about credentials, project and permission. */
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
      passed('project', 'The project exists in this region.'),
      passed(
        'permission',
        'Read permission confirmed. Write permission is checked when you apply.',
      ),
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
        skipped('project', "Can't be determined without the permission."),
        failed('permission', notAllowed(problem.message)),
      ]
    : stoppedAt('accepted', failed('accepted', problem));
}

const order = ['accepted', 'project', 'permission'] as const;

/** The check, and those after it, about which nothing is known. */
function stoppedAt(id: (typeof order)[number], step: CheckStep): readonly CheckStep[] {
  const rest = order.slice(order.indexOf(id) + 1);
  return [
    step,
    ...rest.map((each) => skipped(each, 'Skipped because the check before it failed.')),
  ];
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
    status >= 200 && status < 300 ? "The response didn't come from the VPN API." : advice.meaning;
  return {
    message: `${meaning} (${said === '' ? answer : `${answer}, ${said}`})`,
    remedy: advice.remedy,
    actions: advice.actions ?? [],
  };
}

function noSuchProject(message: string): Parameters<typeof failed>[1] {
  return {
    message,
    remedy:
      'Check the project. Each region has its own projects; select the region that this one belongs to.',
    actions: [{ kind: 'select-target' }],
  };
}

function notAllowed(message: string): Parameters<typeof failed>[1] {
  return {
    message,
    remedy:
      'Ask your administrator for vpn:vpnConnections:list and vpn:vpnConnections:get in this project.',
    actions: [],
  };
}
