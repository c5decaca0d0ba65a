// The protocol of an update, on one page. Everything that changes a connection goes through here, or,
// when an update is rolled back, through `rollback/attempt.ts`, which has the same shape.
//
//   confirmed ─ lease ─ no rollback pending ─ read ─ still the same ─ journal ─ arm ─ PUT
//             ─ read back when unclear ─ journal ─ counting | over
//
// What a step has to know after a crash is written before the effect that leads out of it, and nothing
// here depends on something that is shown: presenters get the result.
import type { JsonObject } from '../../../../server/src/protocol/json';
import type { PreparedUpdate } from '../../../../server/src/protocol/messages';
import { readBackTimeoutMs, requestTimeoutMs } from '../cloud/limits';
import { actorOf } from '../credentials/actorOf';
import { advanceEntry, beginEntry, type NewEntry } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import { takeLease, type LeaseResult } from '../journal/lease';
import type { PendingRollback } from '../journal/pendingRollback';
import { pendingOf } from '../journal/pendingRollbacks';
import { nameOf } from '../model/connectionStatus';
import type { Login } from '../model/credentials';
import type { SeenPlace } from '../model/documentPlace';
import type { HttpRequest } from '../model/httpExchange';
import type { Problem } from '../model/problem';
import { refused, type Refused } from '../model/refused';
import type { RemoteConnection } from '../model/remoteConnection';
import { untrusted } from '../model/untrusted';
import type { Lease } from '../ports/lease';
import type { Context } from '../redaction/context';
import { mask } from '../redaction/redactor';
import { maskedBody, secretPointers } from '../secrets/maskedBody';
import type { Destination } from '../targets/findDestination';
import { exchange, type Exchanged } from './exchange';
import { armFor, endRollback, settleRollback } from './armFor';
import { planRollback, type RollbackTerms } from './planRollback';
import { leaseLost, notRecorded, pendingProblem, whyTaken } from './problems';
import { readBefore, type BeforeResult, type NotReady } from './readBefore';

/** An update that the user has confirmed, with its secrets filled in. */
export interface ConfirmedUpdate {
  readonly place: SeenPlace;
  readonly update: PreparedUpdate;
  readonly destination: Destination;
  readonly credentials: Login;
  readonly request: HttpRequest;
  readonly body: JsonObject;
}

/** What has to be true until the PUT leaves, and whether the update rolls itself back. */
export interface ApplyOptions {
  /** Whether the file is no longer the one that was confirmed. */
  readonly isStale: () => boolean;
  /** Compares the connection right before the PUT with the one that was shown. A problem stops it. */
  readonly overtaken?: (remote: JsonObject) => Problem | undefined;
  /** For *Apply with Automatic Rollback…* */
  readonly rollback?: RollbackTerms;
}

/** How it ended. In all cases but `sent` nothing was sent. */
export type Applied =
  | { readonly kind: 'sent'; readonly sent: SentUpdate }
  /** The file was edited or closed. */
  | { readonly kind: 'stale' }
  | NotReady
  | Refused;

/** What was sent, and what is known about it. */
export interface SentUpdate extends Exchanged {
  readonly connection: RemoteConnection;
  readonly entry: JournalEntry;
  /** Counting from now on; the lease is handed over to the countdown. */
  readonly pending?: { readonly rollback: PendingRollback; readonly lease: Lease };
}

/** Takes the lease of the connection and applies. Returns; shows nothing. */
export async function apply(
  context: Context,
  confirmed: ConfirmedUpdate,
  options: ApplyOptions,
): Promise<Applied> {
  const connection = connectionOf(confirmed);
  const lease = await takeSoon(context, connection);
  if (lease.kind !== 'held') {
    return refused(await whyTaken(context, connection, lease));
  }
  let isHandedOver = false;
  try {
    const applied = await underLease(context, confirmed, options, lease);
    isHandedOver = applied.kind === 'sent' && applied.sent.pending !== undefined;
    return applied;
  } finally {
    if (!isHandedOver) {
      await lease.release();
    }
  }
}

/** A countdown that has ended hands its lease back with its next step, so that is waited for. */
async function takeSoon(context: Context, connection: RemoteConnection): Promise<LeaseResult> {
  let lease = await takeConnectionLease(context, connection);
  if (lease.kind !== 'taken' || (await pendingOf(context, connection)).kind !== 'none') {
    return lease;
  }
  return context.progress.run('Waiting for another window', async (cancel) => {
    for (let steps = 0; lease.kind === 'taken' && steps < 10 && !cancel.isCancelled(); steps += 1) {
      await context.timer.wait(500, cancel);
      lease = await takeConnectionLease(context, connection);
    }
    return lease;
  });
}

/** The lease that every sender of the connection on this machine needs. */
export function takeConnectionLease(context: Context, connection: RemoteConnection) {
  return takeLease(context, `connection ${connection.url.toLowerCase()}`, sendingSpanMs(context));
}

/** For how long a window that sends may show no sign of life: a PUT, a login and reading back. */
export function sendingSpanMs({ settings }: Pick<Context, 'settings'>): number {
  return 2 * requestTimeoutMs(settings.read()) + 4 * readBackTimeoutMs;
}

async function underLease(
  context: Context,
  confirmed: ConfirmedUpdate,
  options: ApplyOptions,
  lease: Lease,
): Promise<Applied> {
  const { request, body, credentials } = confirmed;
  const connection = connectionOf(confirmed);

  // No rollback is pending, and the connection is at rest and the one that was shown.
  const before = await look(context, confirmed, options);
  if (before.kind !== 'ready') {
    return before;
  }

  // What a rollback would send is worked out first: one that couldn't restore everything isn't armed.
  const draft = entryOf(confirmed, connection, before.remote);
  const plan = options.rollback && (await planRollback(context, draft, options.rollback));
  if (plan?.kind === 'refused') {
    return plan;
  }

  // The journal, then the pending rollback: from here on a crash leaves a trace.
  const begun = await beginEntry(context, draft);
  if (begun.kind === 'unavailable') {
    return refused(notRecorded(context, begun));
  }
  const armed = plan === undefined ? notAsked : await armFor(context, begun.entry, plan);
  const hindered = armed.kind === 'refused' ? armed : await lastCheck(context, options, lease);
  const { rollback } = armed;
  if (hindered !== undefined) {
    await retreat(context, begun.entry, rollback);
    return hindered;
  }

  // The one PUT, and what is known about it.
  const change = { ...draft, request, body, credentials };
  const exchanged = await exchange(context, change);

  // First the records, then whatever is shown.
  const entry = await advanceEntry(context, begun.entry, exchanged.stage);
  const counting = rollback && (await settleRollback(context, rollback, exchanged.effect, lease));
  const pending = counting && { rollback: counting, lease };
  const sent = { ...exchanged, connection, entry };
  return { kind: 'sent', sent: pending === undefined ? sent : { ...sent, pending } };
}

/** An update without automatic rollback. */
const notAsked = { kind: 'not-asked', rollback: undefined } as const;

/** Nothing has happened up to here, so every obstacle simply ends it. */
async function look(
  context: Context,
  confirmed: ConfirmedUpdate,
  { isStale, overtaken }: ApplyOptions,
): Promise<BeforeResult | { readonly kind: 'stale' }> {
  const connection = connectionOf(confirmed);
  // An earlier update that may still be rolled back would be mixed up with this one.
  const pending = await pendingOf(context, connection);
  if (pending.kind !== 'none') {
    return refused(pendingProblem(context, pending));
  }
  const before = await readBefore(context, connection, confirmed.credentials);
  if (before.kind !== 'ready') {
    return before;
  }
  if (isStale()) {
    return { kind: 'stale' };
  }
  const changed = before.remote && overtaken?.(before.remote);
  return changed === undefined ? before : refused(changed);
}

/** The last look before the PUT leaves. What it finds stops the update. */
async function lastCheck(
  context: Context,
  { isStale }: ApplyOptions,
  lease: Lease,
): Promise<Refused | { readonly kind: 'stale' } | undefined> {
  await lease.beat(sendingSpanMs(context));
  if ((await lease.status()) !== 'held') {
    return refused(leaseLost());
  }
  if (!context.trust.isTrusted()) {
    return refused(untrusted());
  }
  return isStale() ? { kind: 'stale' } : undefined;
}

/** Nothing was sent after all. */
async function retreat(
  context: Context,
  entry: JournalEntry,
  rollback: PendingRollback | undefined,
): Promise<void> {
  if (rollback !== undefined) {
    await endRollback(context, rollback);
  }
  await advanceEntry(context, entry, { kind: 'not-sent', sentence: 'Nothing was sent.' });
}

/** The connection of an update, and how to reach it again later. */
export function connectionOf({
  update,
  destination,
  request,
}: Pick<ConfirmedUpdate, 'update' | 'destination' | 'request'>): RemoteConnection {
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
    who: actorOf(credentials),
    connection,
    file: place.uri,
    sent: maskedBody(update, () => mask),
    secrets: secretPointers(update),
    ...(update.region !== undefined && { region: update.region }),
    ...(name !== undefined && { name }),
    ...(before !== undefined && { before }),
  };
}
