// From a confirmed update to its answer: reads the connection, waits while it is busy with an earlier
// change, and only then sends.
import type { JsonObject, PreparedUpdate } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { SeenPlace } from '../model/documentPlace';
import type { HttpRequest, HttpResponse } from '../model/httpExchange';
import type { NewEntry } from '../journal/journal';
import { whoOf } from '../credentials/actorOf';
import { forgetLook } from '../plan/looks';
import type { Action, Problem } from '../model/problem';
import { mask } from '../redaction/redactor';
import { maskedBody, secretPointers } from '../secrets/maskedBody';
import { explainResponse } from '../cloud/errors/explainResponse';
import { retryAfterMs } from '../cloud/errors/retryAfter';
import { nameOf } from '../model/connectionStatus';
import { readBefore, waitWhilePending } from './readBefore';
import type { RemoteConnection } from '../model/remoteConnection';
import type { Destination } from '../targets/findDestination';
import { clearMarks, markAnswer } from './markAnswer';
import type { SendUpdateOutcome } from './outcome';
import { leaseToSend, sendJournaled, type Change, type Sent } from './sendJournaled';

/** An update that the user has confirmed, with its secrets filled in. */
export interface ConfirmedUpdate {
  readonly place: SeenPlace;
  readonly update: PreparedUpdate;
  readonly destination: Destination;
  readonly credentials: Login;
  readonly request: HttpRequest;
  readonly body: JsonObject;
}

/** What the caller has to say on the way. */
export interface SendGuards {
  /** Whether the file is still the one that was confirmed. */
  readonly isStale: () => boolean;
  /** Looks at what the connection holds right before the PUT. A problem stops it. */
  readonly refuse?: (held: JsonObject) => Problem | undefined;
  /** Last word ahead of the PUT, with what the journal will say. A problem stops it. */
  readonly arm?: (entry: NewEntry) => Promise<Problem | undefined>;
}

/** How it ended. `stale`: the file was changed while an earlier change settled. */
export type OnceReady =
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'stale' }
  | Extract<SendUpdateOutcome, { readonly kind: 'refused' | 'declined' }>;

/** Nothing is sent while an earlier change is pending: the user is asked whether to wait for it. */
export async function sendOnceReady(
  context: Context,
  confirmed: ConfirmedUpdate,
  guards: SendGuards,
): Promise<OnceReady> {
  clearMarks(context, confirmed);
  const connection = connectionOf(confirmed);
  const { credentials, place } = confirmed;
  for (;;) {
    const attempt = await leaseToSend(context, connection, () =>
      readAndSend(context, confirmed, guards),
    );
    if (attempt.kind !== 'pending') {
      return attempt;
    }
    if (!(await isToWait(context, attempt, confirmed))) {
      return { kind: 'declined' };
    }
    const again: Action = { kind: 'apply-again', place, waitMs: usualWaitMs };
    const waited = await waitWhilePending(context, connection, credentials, again);
    if (waited === 'declined') {
      return { kind: 'declined' };
    }
    if (waited !== 'settled') {
      return { kind: 'refused', problem: waited };
    }
    if (guards.isStale()) {
      return { kind: 'stale' };
    }
  }
}

/** Where the service says no time itself. */
const usualWaitMs = 30_000;

async function readAndSend(
  context: Context,
  confirmed: ConfirmedUpdate,
  { isStale, refuse, arm }: SendGuards,
) {
  const { request, body, credentials } = confirmed;
  const connection = connectionOf(confirmed);
  const before = await readBefore(context, connection, credentials);
  if (before.kind !== 'ready') {
    return before;
  }
  if (isStale()) {
    return { kind: 'stale' as const };
  }
  const entry = entryOf(confirmed, connection, before.held);
  const overtaken = before.held === undefined ? undefined : refuse?.(before.held);
  const refused = overtaken ?? (await arm?.(entry));
  if (refused !== undefined) {
    return { kind: 'refused' as const, problem: refused };
  }
  const again = (response: HttpResponse | undefined): readonly Action[] =>
    waitingStep(context, confirmed, response);
  const change: Change = { request, body, credentials, connection, entry, again };
  // Whatever becomes of it, what the user has seen is not what is there any more.
  forgetLook(context, connection);
  const sent = await sendJournaled(context, change);
  markAnswer(context, confirmed, sent.outcome);
  return { kind: 'sent' as const, sent };
}

function connectionOf({ update, destination, request }: ConfirmedUpdate): RemoteConnection {
  const { projectId, connectionId } = update;
  const { target, label } = destination;
  return { url: request.url, projectId, connectionId, target, label };
}

function entryOf(
  { place, update, credentials }: ConfirmedUpdate,
  connection: RemoteConnection,
  before: JsonObject | undefined,
): NewEntry {
  const name = before === undefined ? undefined : nameOf(before);
  return {
    purpose: 'update',
    who: whoOf(credentials),
    connection,
    file: place.uri,
    sent: maskedBody(update, () => mask),
    secrets: secretPointers(update),
    ...(update.region !== undefined && { region: update.region }),
    ...(name !== undefined && { name }),
    ...(before !== undefined && { before }),
  };
}

/** The button below an answer that asks for patience. */
function waitingStep(
  { clock }: Context,
  { place, request }: ConfirmedUpdate,
  response: HttpResponse | undefined,
): readonly Action[] {
  if (response === undefined || response.status < 300) {
    return [];
  }
  const waits = explainResponse(response, request).advice.again === 'wait';
  const waitMs = retryAfterMs(response, clock.now()) ?? usualWaitMs;
  return waits ? [{ kind: 'apply-again', place, waitMs }] : [];
}

async function isToWait(
  { confirmation }: Context,
  { status, name }: { readonly status: string; readonly name?: string },
  { destination, update }: ConfirmedUpdate,
): Promise<boolean> {
  const answer = await confirmation.ask({
    title: 'Wait until an earlier change has settled, then apply?',
    detail: [
      `Connection: ${name ?? update.connectionId} on ${destination.host}`,
      `State: ${status}. Somebody or something is changing the connection right now.`,
      '',
      'The service refuses an update in this state. The update is sent as it was confirmed, as soon as the state is settled; waiting can be cancelled.',
    ].join('\n'),
    proceed: 'Wait, Then Apply',
    review: 'Do Not Apply',
  });
  return answer === 'confirmed';
}
