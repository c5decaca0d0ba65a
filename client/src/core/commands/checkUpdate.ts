// *Check Current State* of an update whose end isn't known: the window closed, or the response was lost.
// It only reads.
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import type { DoneOutcome } from '../model/outcomes';
import { refused } from '../model/refused';
import { reportDone, reportProblem } from '../ports/report';
import { fetchConnection } from '../cloud/fetchConnection';
import { followEntry } from '../monitor/settleEntry';
import { takeConnectionLease } from '../apply/apply';
import { whyTaken } from '../apply/problems';
import { stageReadBack } from '../apply/readBack';
import { pendingOf } from '../journal/pendingRollbacks';
import { entryGone } from '../journal/entryGone';
import { advanceEntry, readEntry } from '../journal/journal';
import { isOpen, type JournalEntry } from '../journal/journalEntry';

/** Reads the connection, compares it with what was sent, and completes the entry as far as it can. */
export async function checkUpdate(context: Context, id: string): Promise<DoneOutcome> {
  const entry = await readEntry(context, id);
  const outcome = entry === undefined ? refused(entryGone()) : await check(context, entry);
  if (outcome.kind === 'refused') {
    reportProblem(context.presenter, outcome.problem);
  }
  return outcome;
}

async function check(context: Context, entry: JournalEntry): Promise<DoneOutcome> {
  if (!isOpen(entry)) {
    reportDone(context.presenter, 'sentence' in entry.stage ? entry.stage.sentence : '');
    return { kind: 'done' };
  }
  const { connection } = entry;
  const credentials = await obtainCredentials(context, connection.target);
  if (credentials.kind !== 'found') {
    return credentials;
  }
  const login = credentials.found.credentials;
  // While a window still sends it, the update has no end that could be seen.
  const lease = await takeConnectionLease(context, connection);
  const isCounting = (await pendingOf(context, connection)).kind === 'pending';
  if (lease.kind !== 'held' && !isCounting) {
    return refused(await whyTaken(context, connection, lease));
  }
  const fetched = await context.progress
    .run('Checking the current state', (cancel) =>
      fetchConnection(context, connection, login, cancel),
    )
    .finally(() => (lease.kind === 'held' ? lease.release() : undefined));
  if (fetched.kind === 'cancelled') {
    return { kind: 'left' };
  }
  if (fetched.kind !== 'fetched') {
    return refused(fetched.problem);
  }
  const { stage, sentence } = stageReadBack(context, entry, fetched.remote, fetched.status);
  const advanced = await advanceEntry(context, entry, stage);
  if (stage.kind === 'settling') {
    followEntry(context, advanced, { login });
  }
  reportDone(context.presenter, sentence);
  return { kind: 'done' };
}
