// The pending rollback of an update that is being applied: armed before the PUT, counting or over after.
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import type { PendingRollback } from '../journal/pendingRollback';
import {
  armRollback,
  decideRollback,
  isPending,
  newRollbackId,
  readRollback,
  removeRollback,
  writeRollback,
} from '../journal/pendingRollbacks';
import { refused, type Refused } from '../model/refused';
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
  const rollback: PendingRollback = {
    ...{ id: newRollbackId(context, connection), title: titleOf(entry), connection },
    ...{ entry: entry.id, sent: entry.sent, previous: plan.body, minutes: plan.minutes },
    ...(connection.target.kind === 'sandbox' && {
      sandboxRun: context.sandbox.running()?.endpoint ?? '',
    }),
    armedAt: context.clock.now(),
    secrets: plan.secrets.map(({ pointer, name }) => ({ pointer, name })),
    wasSent: false,
    progress: { kind: 'armed' },
  };
  const armed = await armRollback(context, rollback);
  if (armed !== 'armed') {
    return refused(notArmed(context, armed.detail));
  }
  // What is written passes the redactor; a value that it took for a secret couldn't be restored.
  const read = await readRollback(context, rollback.id);
  const isWhole =
    read.kind === 'found' &&
    JSON.stringify(read.rollback.previous) === JSON.stringify(rollback.previous);
  if (isWhole) {
    return { kind: 'armed', rollback };
  }
  await endRollback(context, rollback);
  return refused(notArmed(context, 'the record differs from what was written'));
}

/**
 * The agreed time begins when the PUT has been answered or read back. Undefined: the update certainly
 * had no effect, so nothing is pending.
 */
export async function settleRollback(
  context: Context,
  rollback: PendingRollback,
  effect: Exchanged['effect'],
): Promise<PendingRollback | undefined> {
  if (effect === 'none') {
    await endRollback(context, rollback);
    return undefined;
  }
  // The user may have decided while the PUT was under way.
  const read = await readRollback(context, rollback.id);
  if (read.kind === 'absent' || (read.kind === 'found' && !isPending(read.decision))) {
    await removeRollback(context, rollback.id);
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

/** There is nothing to roll back. A decision to keep that the user made meanwhile stays. */
export async function endRollback(context: Context, { id }: PendingRollback): Promise<void> {
  const ended = await decideRollback(context, id, 'open', 'done');
  if (ended === 'too-late') {
    await decideRollback(context, id, 'asked', 'done');
  }
  await removeRollback(context, id);
}
