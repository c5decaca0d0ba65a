// One request from arrival to the end of its answer: body, misbehaviour, dispatch, answer, log.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IdentityState } from './auth/authenticate';
import { dispatch, identify } from './endpoints/dispatch';
import { appliesChange, deliver, pauseBeforeApplying } from './faults/deliver';
import { ended, pause } from './faults/exchange';
import type { Misbehaviour } from './faults/misbehaviour';
import type { MisbehaviourQueue } from './faults/misbehaviourQueue';
import type { ApiRequest } from './http/apiRequest';
import { splitTarget, toApiRequest } from './http/apiRequest';
import { readBody } from './http/readBody';
import type { Reply } from './http/reply';
import { errorReply, jsonReply } from './http/reply';
import { sendReply } from './http/sendReply';
import { redactBody, redactTarget } from './redactBody';
import type { LoggedRequest, RequestLog } from './requestLog';
import type { CloudState } from './state/cloudState';

/** Everything that one sandbox consists of. */
export interface SandboxParts {
  readonly state: CloudState;
  readonly identity: IdentityState;
  readonly misbehaviours: MisbehaviourQueue;
  readonly log: RequestLog;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Answers one request to the API. Resolves when the answer is over. */
export async function handleRequest(
  message: IncomingMessage,
  response: ServerResponse,
  parts: SandboxParts,
): Promise<void> {
  const started = performance.now();
  const ending = ended(response);
  const arrival = splitTarget(message.url ?? '/');
  const misbehaviour = parts.misbehaviours.take({ method: message.method ?? 'GET', ...arrival });
  const clock = () => parts.clock() + skewOf(misbehaviour);
  const requestId = randomUUID();
  const reading = await readBody(message);
  if (reading.kind === 'aborted') return;
  const body = reading.kind === 'read' ? reading.body : undefined;
  const request = toApiRequest(message, body ?? Buffer.alloc(0));
  const begun = beginEntry(request, requestId, parts, misbehaviour);
  parts.log.begin(begun);
  const authenticated =
    body === undefined
      ? refuseLargeBody(response, requestId, clock())
      : await answer(request, response, { ...parts, clock }, begun, misbehaviour);
  const how = await ending;
  parts.log.complete({
    ...begun,
    authenticated,
    outcome: how === 'complete' ? 'answered' : blame(misbehaviour),
    ...(response.headersSent ? { status: response.statusCode } : {}),
    ms: Math.round(performance.now() - started),
  });
}

async function answer(
  request: ApiRequest,
  response: ServerResponse,
  parts: SandboxParts,
  entry: LoggedRequest,
  misbehaviour: Misbehaviour | undefined,
): Promise<LoggedRequest['authenticated']> {
  const { state, identity } = parts;
  const { requestId } = entry;
  if (misbehaviour !== undefined) {
    const waited = await pause(pauseBeforeApplying(misbehaviour), response);
    if (waited === 'client-left') return 'none';
  }
  const now = parts.clock();
  const job = { request, state, identity, now, requestId };
  const applies = misbehaviour === undefined || appliesChange(misbehaviour);
  const { reply, authenticated } = applies
    ? dispatch(job)
    : { reply: nothingDone, authenticated: identify(job) };
  const envelope = { requestId, now };
  if (misbehaviour === undefined) sendReply(response, reply, envelope);
  else await deliver(misbehaviour, { response, reply, envelope }, entry.path);
  return authenticated;
}

/** Stands in for the answer to a request that was not carried out; the misbehaviour replaces it. */
const nothingDone: Reply = jsonReply(503, {});

function beginEntry(
  request: ApiRequest,
  requestId: string,
  parts: SandboxParts,
  misbehaviour: Misbehaviour | undefined,
): LoggedRequest {
  const body = redactBody(request.body);
  return {
    requestId,
    receivedAt: new Date(parts.clock()).toISOString(),
    method: request.method,
    path: redactTarget(request),
    authenticated: 'none',
    ...(body === undefined ? {} : { body }),
    ...(misbehaviour === undefined ? {} : { misbehaviour: misbehaviour.kind }),
    outcome: 'answering',
  };
}

/** Who broke the connection. */
function blame(misbehaviour: Misbehaviour | undefined): LoggedRequest['outcome'] {
  return misbehaviour?.kind.startsWith('cut-') === true ? 'cut' : 'client-left';
}

function skewOf(misbehaviour: Misbehaviour | undefined): number {
  return misbehaviour?.kind === 'clock-skew' ? (misbehaviour.ms ?? 20 * 60 * 1000) : 0;
}

/** A part of the body may not have been read, so the connection cannot be used again. */
function refuseLargeBody(response: ServerResponse, requestId: string, now: number): 'none' {
  const message = 'The request body is larger than 12 MB';
  const reply = errorReply({ status: 413, code: 'APIGW.0201', message }, requestId, 'gateway');
  const headers = { ...reply.headers, connection: 'close' };
  sendReply(response, { ...reply, headers }, { requestId, now });
  return 'none';
}
