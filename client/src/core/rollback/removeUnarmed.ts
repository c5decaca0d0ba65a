// Cleans up after windows that ended while they wrote a pending rollback: its body without a token,
// which means nothing to anybody.
import { takeConnectionLease } from '../apply/apply';
import type { PendingRollback } from '../journal/pendingRollback';
import { bodiesWithoutToken, readBody, removeRollback } from '../journal/pendingRollbacks';
import type { Context } from '../redaction/context';

const dayMs = 24 * 60 * 60_000;

const mostPerStart = 20;

/** Removes some that are a day old. What can't be read may be of another version, and stays. */
export async function removeUnarmed(context: Context): Promise<void> {
  // A record of the first version that is being taken over gets its token without a lease.
  const earlier = await context.records.list('windows');
  if (earlier.kind === 'unreadable' || earlier.names.length > 0) {
    return;
  }
  for (const id of (await bodiesWithoutToken(context)).slice(0, mostPerStart)) {
    const rollback = await readBody(context, id);
    if (rollback !== undefined && context.clock.now() - rollback.armedAt > dayMs) {
      await removeUnderLease(context, id, rollback);
    }
  }
}

/** A window that arms has the lease, so with it nobody is about to write the token. */
async function removeUnderLease(
  context: Context,
  id: string,
  { connection }: PendingRollback,
): Promise<void> {
  const lease = await takeConnectionLease(context, connection);
  if (lease.kind !== 'held') {
    return;
  }
  if ((await bodiesWithoutToken(context)).includes(id)) {
    await removeRollback(context, id);
  }
  await lease.release();
}
