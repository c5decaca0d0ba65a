// The last check before a rollback is sent, and the record that it is.
import { sendingSpanMs } from '../apply/apply';
import type { PendingRollback } from '../journal/pendingRollback';
import { readRollback, writeRollback, type Decision } from '../journal/pendingRollbacks';
import type { CancelSignal } from '../ports/cancelSignal';
import type { Lease } from '../ports/lease';
import type { Context } from '../redaction/context';

/** What an attempt works with. */
export interface Attempt {
  readonly rollback: PendingRollback;
  /** The decision that this window has written; checked again right before the PUT. */
  readonly decision: Decision;
  readonly lease: Lease;
  readonly stop: CancelSignal;
  /** Called right before the PUT. What can't be recorded is remembered at least. */
  readonly sending: () => void;
}

/** The last look before the PUT: still trusted, still the holder, and the user hasn't decided. */
export async function mayStillSend(context: Context, attempt: Attempt): Promise<boolean> {
  const { rollback, decision, lease } = attempt;
  await lease.beat(sendingSpanMs(context));
  // A reader that failed once usually works the next time, and the attempt has cost a request by now.
  const isHeld = (await lease.status()) === 'held' || (await lease.status()) === 'held';
  if (!context.trust.isTrusted() || !isHeld || !(await isStillDecided(context, attempt))) {
    return false;
  }
  const written =
    rollback.wasSent || (await writeRollback(context, { ...rollback, wasSent: true }));
  if (typeof written === 'object') {
    context.log.warn(`The rollback can't be recorded: ${written.detail}`);
  }
  // While the decision couldn't be saved, the user may have kept the update meanwhile.
  return decision !== 'open' || isStillDecided(context, attempt);
}

async function isStillDecided(context: Context, { rollback, decision }: Attempt): Promise<boolean> {
  const first = await readRollback(context, rollback.id);
  const read = first.kind === 'unreadable' ? await readRollback(context, rollback.id) : first;
  return read.kind === 'found' && read.decision === decision;
}
