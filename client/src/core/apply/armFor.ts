// The pending rollback of an update that is being applied: armed before the PUT, counting or over after.
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import type { PendingRollback } from '../journal/pendingRollback';
import {
  armRollback,
  closeRollback,
  isPending,
  newRollbackId,
  readRollback,
  removeRollback,
  writeRollback,
} from '../journal/pendingRollbacks';
import { refused, type Refused } from '../model/refused';
import type { Lease } from '../ports/lease';
import type { Context } from '../redaction/context';
import type { Exchanged } from './exchange';
import type { RollbackPlan } from './planRollback';
import { notArmed } from './problems';

/** The record, or why there is none and the update must not be sent. */
export type Armed =
  | { readonly kind: 'armed'; readonly rollback: PendingRollback }
  | (Refused & { readonly rollback?: undefined });

/** Writes the record and reads it back: what isn't whole on the disk isn't promised. */
export async function armFor(
  context: Context,
  entry: JournalEntry,
  plan: RollbackPlan,
): Promise<Armed> {
  const { connection } = entry;
  const armedAt = context.clock.now();
  const rollback: PendingRollback = {
    ...{ id: newRollbackId(context, connection, armedAt), title: titleOf(entry), connection },
    ...{ entry: entry.id, sent: entry.sent, previous: plan.body, minutes: plan.minutes },
    armedAt,
    secrets: plan.secrets.map(({ pointer, name }) => ({ pointer, name })),
    wasSent: false,
    progress: { kind: 'armed' },
  };
  const armed = await armRollback(context, rollback);
  if (armed !== 'armed') {
    return refused(notArmed(context, armed.detail));
  }
  // What is written passes the redactor: a value that it took for a secret couldn't be restored,
  // and one that differs from what was sent would pass for a change by someone else.
  const read = await readRollback(context, rollback.id);
  if (read.kind === 'found' && decisive(read.rollback) === decisive(rollback)) {
    return { kind: 'armed', rollback };
  }
  await endRollback(context, rollback);
  return refused(notArmed(context, 'the record differs from what was written'));
}

/** All of a record that decides about what is restored, and where. */
function decisive({ connection, sent, previous, secrets }: PendingRollback): string {
  const { url, projectId, connectionId } = connection;
  return JSON.stringify([url, projectId, connectionId, sent, previous, secrets]);
}

/**
 * The agreed time begins when the PUT has been answered or read back. Undefined: the update certainly
 * had no effect, so nothing is pending, or another window has taken over meanwhile.
 */
export async function settleRollback(
  context: Context,
  rollback: PendingRollback,
  effect: Exchanged['effect'],
  lease: Lease,
): Promise<PendingRollback | undefined> {
  if (effect === 'none') {
    await endRollback(context, rollback);
    return undefined;
  }
  // The user may have decided while the PUT was under way.
  const read = await readRollback(context, rollback.id);
  if (read.kind === 'absent') {
    return undefined;
  }
  if (read.kind === 'found' && !isPending(read.decision)) {
    await removeRollback(context, rollback.id);
    return undefined;
  }
  if ((await lease.status()) === 'lost') {
    return undefined;
  }
  const startedAt = context.clock.now();
  const counting: PendingRollback = { ...rollback, progress: { kind: 'counting', startedAt } };
  const written = await writeRollback(context, counting);
  if (written !== 'written') {
    context.log.warn(`The countdown can't be written: ${written.detail}`);
  }
  return counting;
}

/**
 * There is nothing to roll back. A decision to keep that the user made meanwhile stays. Where another
 * window counts already, or the end can't be written, the countdown finds out that nothing is left to do.
 */
export async function endRollback(context: Context, { id }: PendingRollback): Promise<void> {
  for (const decision of ['open', 'asked', 'asked-again'] as const) {
    const closed = await closeRollback(context, id, decision);
    if (closed === 'decided') {
      return;
    }
    if (closed !== 'too-late') {
      context.log.warn(`The pending rollback can't be ended: ${closed.detail}`);
      return;
    }
  }
}
