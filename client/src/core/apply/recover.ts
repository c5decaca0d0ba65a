// Updates that were being sent when a window or the computer stopped. Notifies, reads the connection, and
// completes the entry. Sends nothing but reads, and never prompts for credentials.
import { fetchConnection } from '../cloud/fetchConnection';
import { findCredentials } from '../credentials/findCredentials';
import { advanceEntry, lookUpEntry, readJournal } from '../journal/journal';
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import { pendingOf, readRollback } from '../journal/pendingRollbacks';
import { secretsOf } from '../model/credentials';
import { shortText } from '../model/visibleText';
import { nextLookMs } from '../monitor/pace';
import { persevere } from '../monitor/persevere';
import { followEntry } from '../monitor/settleEntry';
import type { Watch } from '../ports/lastingPorts';
import type { Context } from '../redaction/context';
import { isReachable } from '../targets/isReachable';
import { takeConnectionLease } from './apply';
import { stageReadBack } from './readBack';

/** Starts the work in the background for each such entry, and returns. */
export async function recoverUpdates(context: Context): Promise<void> {
  const interrupted = (await readJournal(context)).filter(
    ({ stage, connection, startedAt }) =>
      stage.kind === 'sending' &&
      context.clock.now() - startedAt < maxAgeMs &&
      isReachable(connection, context),
  );
  for (const entry of interrupted) {
    context.background.start({
      title: shortText(titleOf(entry), 60),
      kind: 'watch',
      run: async (watch) => {
        const what = 'Checking an interrupted update';
        await persevere(context, what, watch.stop, () => recover(context, entry, watch));
      },
    });
  }
}

/** Older ones can be checked from the change history. */
const maxAgeMs = 24 * 60 * 60_000;

/** A connection that can't be read for an hour isn't asked for any longer. */
const patienceMs = 60 * 60_000;

async function recover(context: Context, entry: JournalEntry, watch: Watch): Promise<void> {
  const began = context.clock.elapsed();
  let failures = 0;
  while (!watch.stop.isCancelled() && context.clock.elapsed() - began < patienceMs) {
    if ((await attempt(context, entry, watch)) === 'completed') {
      return;
    }
    failures += 1;
    await context.timer.wait(nextLookMs(0, failures), watch.stop);
  }
}

async function attempt(
  context: Context,
  listed: JournalEntry,
  watch: Watch,
): Promise<'completed' | 'later'> {
  watch.report('waiting for the window that sent the update');
  const lease = await takeConnectionLease(context, listed.connection);
  try {
    const isSenderGone = lease.kind === 'held' || (await isCountedElsewhere(context, listed));
    // Only now: the sender completes the entry before it hands the lease back or starts the countdown.
    const current = await lookUpEntry(context, listed.id);
    if (current.kind === 'absent') {
      return 'completed';
    }
    if (current.kind === 'unreadable') {
      return 'later';
    }
    const { entry } = current;
    if (entry.stage.kind !== 'sending') {
      return 'completed';
    }
    if (!isSenderGone) {
      return 'later';
    }
    const login = await findCredentials(entry.connection.target, context);
    if (login.kind !== 'found') {
      return 'later';
    }
    const { credentials } = login.found;
    secretsOf(credentials).forEach(context.redactor.register);
    watch.report('checking the current state');
    const fetched = await fetchConnection(context, entry.connection, credentials, watch.stop);
    if (fetched.kind === 'credentials-rejected') {
      show(context, entry, fetched.problem.message);
      return 'completed';
    }
    if (fetched.kind !== 'fetched') {
      return 'later';
    }
    const { stage, sentence } = stageReadBack(context, entry, fetched.remote, fetched.status);
    const advanced = await advanceEntry(context, entry, stage);
    if (stage.kind === 'settling') {
      followEntry(context, advanced);
    }
    show(context, entry, sentence);
    return 'completed';
  } finally {
    if (lease.kind === 'held') {
      await lease.release();
    }
  }
}

/** A countdown that has begun holds the lease, and means that the sender is gone or has finished. */
async function isCountedElsewhere(context: Context, entry: JournalEntry): Promise<boolean> {
  const pending = await pendingOf(context, entry.connection);
  const read = pending.kind === 'pending' ? await readRollback(context, pending.id) : pending;
  return (
    read.kind === 'found' &&
    read.rollback.entry === entry.id &&
    read.rollback.progress.kind !== 'armed'
  );
}

function show({ presenter }: Context, entry: JournalEntry, sentence: string): void {
  presenter.showMessage({
    severity: 'warning',
    text: `An update to ${shortText(titleOf(entry), 80)} was interrupted while it was sent. ${sentence}`,
    actions: entry.before === undefined ? [] : [{ kind: 'restore-previous', entry: entry.id }],
  });
}
