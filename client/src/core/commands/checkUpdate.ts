// *Check Current State* of an update whose end isn't known: the window closed, or the response was lost.
// It only reads.
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
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
export async function checkUpdate(context: Context, id: string): Promise<Result> {
  const entry = await readEntry(context, id);
  return entry === undefined ? refused(entryGone()) : check(context, entry);
}

async function check(context: Context, entry: JournalEntry): Promise<Result> {
  if (!isOpen(entry)) {
    return done('sentence' in entry.stage ? entry.stage.sentence : '');
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
  return done(sentence);
}
