// One look at a connection in the course of a longer watch.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { HttpFailure, HttpRequest, HttpResponse } from '../model/httpExchange';
import { readBackTimeoutMs } from './limits';
import type { CancelSignal } from '../ports/cancelSignal';
import { problem, type Problem } from '../model/problem';
import { explainFailure } from './errors/explainFailure';
import { explainResponse } from './errors/explainResponse';
import { retryAfterMs } from './errors/retryAfter';
import { foreignAddress } from '../targets/storedAddress';
import { heldObject } from './remoteObject';
import { sendRequest } from './sendRequest';
import { statusOf, type ConnectionStatus } from '../model/connectionStatus';
import type { RemoteConnection } from '../model/remoteConnection';

/** What one look found. */
export type Look =
  | { readonly kind: 'held'; readonly held: JsonObject; readonly status: ConnectionStatus }
  /** It may work the next time. `waitMs`: what the service asks for. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly waitMs?: number }
  /** 401: asking again with the same credentials can lock the access key. */
  | { readonly kind: 'unauthorized'; readonly problem: Problem }
  /** It will not work the next time either. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'cancelled' };

/** The request that reads a connection. */
export function readConnection({ url }: RemoteConnection): HttpRequest {
  return { method: 'GET', url, headers: { 'Content-Type': 'application/json' } };
}

/** Reads the connection once. */
export async function lookAt(
  context: Context,
  connection: RemoteConnection,
  credentials: Login,
  cancel: CancelSignal,
): Promise<Look> {
  const foreign = foreignAddress(connection, context);
  if (foreign !== undefined) {
    return { kind: 'refused', problem: foreign };
  }
  const { projectId } = connection;
  const sending = { credentials, projectId, timeoutMs: readBackTimeoutMs, cancel };
  const request = readConnection(connection);
  const result = await sendRequest(context, request, sending);
  if (result.kind === 'failure') {
    return fromFailure(result, connection);
  }
  const held = heldObject(result);
  return held === undefined
    ? fromResponse(context, result, request)
    : { kind: 'held', held, status: statusOf(held) };
}

function fromFailure(failure: HttpFailure, { url }: RemoteConnection): Look {
  if (failure.code === 'cancelled') {
    return { kind: 'cancelled' };
  }
  // Nobody gets a token for these credentials: asking again would only count as one more failure.
  return failure.problem === undefined
    ? { kind: 'failed', problem: explainFailure(failure, new URL(url).host, readBackTimeoutMs) }
    : { kind: 'unauthorized', problem: failure.problem };
}

function fromResponse(context: Context, response: HttpResponse, request: HttpRequest): Look {
  const { status, statusText } = response;
  if (status >= 200 && status < 300) {
    const strange = problem(
      'not-the-api',
      `The answer (${status}) is not one of the API.`,
      'Check whether a proxy on the way answers in its place.',
    );
    return { kind: 'failed', problem: strange };
  }
  const { code, advice } = explainResponse(response, request);
  const { meaning, remedy, actions = [] } = advice;
  const said = `${`${status} ${statusText}`.trim()}${code === undefined ? '' : `, ${code}`}`;
  const told: Problem = {
    code: `http-${status}`,
    message: `${meaning} (${said})`,
    remedy,
    actions,
  };
  if (status === 401) {
    return { kind: 'unauthorized', problem: told };
  }
  const passes = status === 408 || status === 425 || status === 429 || status >= 500;
  if (!passes && advice.again === 'no') {
    return { kind: 'refused', problem: told };
  }
  const waitMs = retryAfterMs(response, context.clock.now());
  return { kind: 'failed', problem: told, ...(waitMs !== undefined && { waitMs }) };
}
