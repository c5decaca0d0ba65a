// *Check What the Cloud Holds* for an update whose end nobody saw: the window closed, or the answer was
// lost. It only reads.
import { obtainCredentials } from '../credentials/obtainCredentials';
import type { Context } from '../redaction/context';
import type { DoneOutcome } from '../model/outcomes';
import { problem } from '../model/problem';
import { reportDone, reportProblem } from '../ports/report';
import { fetchConnection } from '../cloud/fetchConnection';
import { followEntry } from '../monitor/settleEntry';
import { compareHeld } from '../model/compareRemote';
import { cloudState } from '../apply/reconcile';
import { leaseToSend } from '../apply/sendJournaled';
import { advanceEntry, readEntry } from '../journal/journal';
import { isOpen, responseOf, type JournalEntry, type Stage } from '../journal/journalEntry';

/** Reads the connection, compares it with what was sent, and completes the entry as far as it can. */
export async function checkUpdate(context: Context, id: string): Promise<DoneOutcome> {
  const entry = await readEntry(context, id);
  const outcome = entry === undefined ? gone() : await check(context, entry);
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
  const fetched = await leaseToSend(context, connection, () =>
    context.progress.run('Asking what the cloud holds', (cancel) =>
      fetchConnection(context, connection, login, cancel),
    ),
  );
  if (fetched.kind === 'cancelled') {
    return { kind: 'left' };
  }
  if (fetched.kind !== 'fetched') {
    return { kind: 'refused', problem: fetched.problem };
  }
  const state = cloudState(compareHeld(entry.sent, fetched.remote, entry.secrets));
  const response = responseOf(entry);
  const answered = response === undefined ? {} : { response };
  const isApplied = state.kind === 'applied';
  const isAtRest = fetched.status.kind !== 'pending';
  const stage: Stage = isApplied
    ? { kind: 'settling', at: context.clock.now(), ...answered }
    : state.kind === 'not-applied' && isAtRest
      ? { kind: 'rejected', sentence: state.sentence, ...answered }
      : { kind: 'unclear', sentence: state.sentence, ...answered };
  const advanced = await advanceEntry(context, entry, stage);
  if (isApplied) {
    followEntry(context, advanced, { login });
  }
  reportDone(context.presenter, state.sentence);
  return { kind: 'done' };
}

function gone(): DoneOutcome {
  return {
    kind: 'refused',
    problem: problem('entry-gone', 'This update is not in the journal any more.', ''),
  };
}
