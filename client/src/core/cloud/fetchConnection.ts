// Reads a connection once.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { HttpFailure, HttpRequest, HttpResponse } from '../model/httpExchange';
import { readBackTimeoutMs } from './limits';
import type { CancelSignal } from '../ports/cancelSignal';
import type { Obstacle } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import { explainFailure } from './errors/explainFailure';
import { explainResponse } from './errors/explainResponse';
import { retryAfterMs } from './errors/retryAfter';
import { isRetryable, rejectsCredentials } from './isRetryable';
import { connectionIn } from './remoteObject';
import { sendRequest } from './sendRequest';
import { statusOf, type ConnectionStatus } from '../model/connectionStatus';
import type { RemoteConnection } from '../model/remoteConnection';

/** What one GET found. `remote` is the whole body: `{"vpn_connection": {"id": …}, …}`. */
export type Fetched =
  | { readonly kind: 'fetched'; readonly remote: JsonObject; readonly status: ConnectionStatus }
  | Obstacle
  | { readonly kind: 'cancelled' };

/** The request that reads a connection. */
export function readConnection({ url }: RemoteConnection): HttpRequest {
  return { method: 'GET', url, headers: { 'Content-Type': 'application/json' } };
}

/**
 * Reads the connection once. Only a body that contains the connection with the same ID counts as the
 * connection; any other success didn't come from the API and is `later`. When the settings no longer
 * give the target this address, it is `refused` with `target-changed`.
 */
export async function fetchConnection(
  context: Context,
  connection: RemoteConnection,
  login: Login,
  cancel: CancelSignal,
): Promise<Fetched> {
  const { projectId, connectionId, target } = connection;
  const sending = { credentials: login, projectId, target, timeoutMs: readBackTimeoutMs, cancel };
  const request = readConnection(connection);
  const result = await sendRequest(context, request, sending);
  if (result.kind === 'failure') {
    return fromFailure(result, connection);
  }
  const remote = connectionIn(result, connectionId);
  return remote === undefined
    ? fromResponse(context, result, request, login)
    : { kind: 'fetched', remote, status: statusOf(remote) };
}

function fromFailure(failure: HttpFailure, { url }: RemoteConnection): Fetched {
  if (failure.code === 'cancelled') {
    return { kind: 'cancelled' };
  }
  const explained = explainFailure(failure, new URL(url).host, readBackTimeoutMs);
  return failure.obstacle ?? { kind: 'later', problem: explained };
}

function fromResponse(
  context: Context,
  response: HttpResponse,
  request: HttpRequest,
  login: Login,
): Obstacle {
  const { status } = response;
  const waitMs = retryAfterMs(response, context.clock.now());
  const pause = waitMs === undefined ? {} : { waitMs };
  if (status >= 200 && status < 300) {
    return { kind: 'later', problem: notTheApi(status), ...pause };
  }
  const { problem: why, lockedMs } = explained(response, request);
  // IAM accepted the password, so what the service rejects is the token: the next one may be accepted.
  if (rejectsCredentials(response) && login.kind !== 'password') {
    const lock = lockedMs === undefined ? {} : { waitMs: waitMs ?? lockedMs };
    return { kind: 'credentials-rejected', problem: why, ...lock };
  }
  return isRetryable(response) || rejectsCredentials(response)
    ? { kind: 'later', problem: why, ...pause }
    : { kind: 'refused', problem: why };
}

function explained(
  response: HttpResponse,
  request: HttpRequest,
): { readonly problem: Problem; readonly lockedMs: number | undefined } {
  const { status, statusText } = response;
  const { code, advice } = explainResponse(response, request);
  const { meaning, remedy, actions = [], lockedMs } = advice;
  const said = `${`${status} ${statusText}`.trim()}${code === undefined ? '' : `, ${code}`}`;
  const message = `${meaning} (${said})`;
  return { problem: { code: `http-${status}`, message, remedy, actions }, lockedMs };
}

function notTheApi(status: number): Problem {
  return problem(
    'not-the-api',
    `The response (${status}) didn't come from the VPN API.`,
    'Check whether a proxy responds in its place.',
  );
}
