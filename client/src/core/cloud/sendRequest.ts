// One authorised exchange, logged.
import { authorize } from './signing/authorize';
import type { Login } from '../model/credentials';
import { readSignature } from './signing/signatureReading';
import { forgetToken, toCredentials } from './toCredentials';
import { clockSkew } from './clockSkew';
import type { Context } from '../redaction/context';
import type {
  CredentialsRefusal,
  HttpFailure,
  HttpRequest,
  HttpResponse,
  HttpResult,
} from '../model/httpExchange';
import type { Problem } from '../model/problem';
import type { Target } from '../model/target';
import { addressProblem } from '../targets/resolveTarget';
import type { CancelSignal } from '../ports/cancelSignal';
import { rejectsCredentials } from './isRetryable';
import { adviceOn } from './errors/explainResponse';
import { retryAfterMs } from './errors/retryAfter';
import { noteCredentials } from './rejectedCredentials';
import { maxBodyBytes } from './limits';
import { redactError, redactReading } from '../redaction/redactError';
import { requestIdOf } from './errors/apiError';

/** Who asks, and for how long. */
export interface Sending {
  /** Whose credentials they are. They go to an address of this target and nowhere else. */
  readonly target: Target;
  readonly credentials: Login;
  /** As in the path; names the project of signed requests and of tokens. */
  readonly projectId: string;
  readonly timeoutMs: number;
  readonly cancel: CancelSignal;
}

/**
 * Signs and sends once. The signature's date is taken now, so it is never stale. A password is
 * exchanged for a token first; a GET whose token is not accepted any more is asked once again with a
 * new one. Nothing else is ever repeated: not a change, and not what was signed. Fails with
 * `target-changed` before anything is sent when the settings no longer give the target this address.
 */
export async function sendRequest(
  context: Context,
  request: HttpRequest,
  sending: Sending,
): Promise<HttpResult> {
  const changed = addressProblem(request.url, sending.target, context);
  if (changed !== undefined) {
    return notSent(changed);
  }
  const result = await exchange(context, request, sending);
  if (result.kind === 'failure' || result.status !== 401) {
    if (result.kind === 'response') {
      noteCredentials(context, sending.credentials, 'accepted');
    }
    return result;
  }
  if (rejectsCredentials(result)) {
    const { lockedMs } = adviceOn(result);
    const waitMs = lockedMs && (retryAfterMs(result, context.clock.now()) ?? lockedMs);
    noteCredentials(context, sending.credentials, 'rejected', waitMs);
  }
  forgetToken(context, sending.credentials, sending.projectId);
  return request.method === 'GET' && sending.credentials.kind === 'password'
    ? exchange(context, request, sending)
    : result;
}

/** The settings are read for each request: an address that was corrected is not used again. */
function notSent(problem: Problem): HttpFailure {
  const obstacle = { kind: 'refused', problem } as const;
  const { code: detail } = problem;
  return {
    ...{ kind: 'failure', code: 'target-changed', delivered: 'no', detail, obstacle },
    elapsedMs: 0,
  };
}

async function exchange(
  context: Context,
  request: HttpRequest,
  { credentials: login, projectId, timeoutMs, cancel }: Sending,
): Promise<HttpResult> {
  const ready = await toCredentials(context, login, projectId, { timeoutMs, cancel });
  if (ready.kind === 'failure') {
    return ready;
  }
  const authorized = authorize(request, ready.credentials, projectId, context);
  context.log.info(`${request.method} ${request.url}`);
  const result = await context.transport.send(authorized, { timeoutMs, maxBodyBytes, cancel });
  context.log.info(describe(result));
  if (result.kind === 'failure' || result.status < 300) {
    return result;
  }
  const clean = redactError(context.redactor, result);
  return result.status === 401
    ? { ...clean, refusal: refusalOf(context, authorized, result) }
    : clean;
}

function refusalOf(
  { crypto, clock, redactor }: Context,
  sent: HttpRequest,
  response: HttpResponse,
): CredentialsRefusal {
  // Tokens don't depend on the clock.
  const isSigned = 'Authorization' in sent.headers;
  const clockAheadMs = isSigned ? clockSkew(response, clock.now()) : undefined;
  const reading = readSignature(sent, response, crypto);
  return {
    ...(clockAheadMs !== undefined && { clockAheadMs }),
    ...(reading !== undefined && { reading: redactReading(redactor, reading) }),
  };
}

function describe(result: HttpResult): string {
  const elapsed = `after ${Math.round(result.elapsedMs)} ms`;
  return result.kind === 'failure'
    ? `No answer ${elapsed}: ${result.code} (${result.detail})`
    : `${result.status} ${result.statusText} ${elapsed}, request ID ${requestIdOf(result) ?? 'not given'}`;
}
