// Every open window takes part in every pending rollback of this machine.
import {
  isPending,
  listRollbacks,
  readRollback,
  closeRollback,
  removeRollback,
  type Decision,
} from '../journal/pendingRollbacks';
import type { PendingRollback } from '../journal/pendingRollback';
import { guarded } from '../ports/report';
import type { Context } from '../redaction/context';
import { isReachable } from '../targets/isReachable';
import { countDown } from './countdown';
import { noteReading } from './noteReading';

/**
 * Starts a countdown for each pending rollback that this window doesn't count yet. Call it at start,
 * every few seconds and when trust is granted: it reads one folder, and more only for what is new.
 */
export async function takePart(context: Context): Promise<void> {
  const listed = await listRollbacks(context);
  noteReading(context, '', listed);
  if (listed.kind === 'unreadable') {
    return;
  }
  for (const [id, decision] of listed.decisions) {
    if (!context.memory.countdowns.has(id)) {
      await guarded(context, 'Reading a pending rollback', () => join(context, id, decision));
    }
  }
}

async function join(context: Context, id: string, decision: Decision): Promise<void> {
  if (!isPending(decision)) {
    return removeRollback(context, id);
  }
  const read = await readRollback(context, id);
  noteReading(context, id, read);
  if (read.kind !== 'found') {
    return;
  }
  if (isReachable(read.rollback.connection, context)) {
    countDown(context, read.rollback);
  } else if (isLongOver(context, read.rollback)) {
    await closeRollback(context, id, read.decision);
  }
}

/** No sandbox runs that long with an undecided update in it, so it is gone. */
function isLongOver({ clock }: Context, { armedAt }: PendingRollback): boolean {
  return clock.now() - armedAt > 24 * 60 * 60_000;
}
