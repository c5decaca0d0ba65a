// One authorised exchange, logged.
import { authorize } from '../auth/authorize';
import type { Credentials } from '../auth/credentials';
import type { Context } from '../context';
import type { HttpRequest, HttpResult } from '../httpExchange';
import type { CancelSignal } from '../ports';
import { maxBodyBytes } from '../limits';
import { requestIdOf } from '../response/apiError';

/** Who asks, and for how long. */
export interface Sending {
  readonly credentials: Credentials;
  /** As in the path; names the project of signed requests. */
  readonly projectId: string;
  readonly timeoutMs: number;
  readonly cancel: CancelSignal;
}

/** Signs and sends once. The signature's date is taken now, so it is never stale. */
export async function sendRequest(
  context: Context,
  request: HttpRequest,
  { credentials, projectId, timeoutMs, cancel }: Sending,
): Promise<HttpResult> {
  const authorized = authorize(request, credentials, projectId, context);
  context.log.info(`${request.method} ${request.url}`);
  const result = await context.transport.send(authorized, { timeoutMs, maxBodyBytes, cancel });
  context.log.info(describe(result));
  return result;
}

function describe(result: HttpResult): string {
  const elapsed = `after ${Math.round(result.elapsedMs)} ms`;
  return result.kind === 'failure'
    ? `No answer ${elapsed}: ${result.code} (${result.detail})`
    : `${result.status} ${result.statusText} ${elapsed}, request ID ${requestIdOf(result) ?? 'not given'}`;
}
