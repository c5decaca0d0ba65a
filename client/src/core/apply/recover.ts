// Updates that were being sent when a window or the computer stopped. Notifies, reads the connection, and
// completes the entry. Sends nothing but reads, and never prompts for credentials.
import { knownRejected } from '../cloud/rejectedCredentials';
import { fetchConnection } from '../cloud/fetchConnection';
import { findCredentials } from '../credentials/findCredentials';
import { advanceEntry, lookUpEntry } from '../journal/journal';
import { titleOf, type JournalEntry } from '../journal/journalEntry';
import { pendingOf, readRollback } from '../journal/pendingRollbacks';
import { secretsOf } from '../model/credentials';
import { shortText } from '../model/visibleText';
import { nextLookMs } from '../monitor/pace';
import { persevere } from '../monitor/persevere';
import { followEntry, leaseMs, waitForLease } from '../monitor/settleEntry';
import type { Watch } from '../ports/lastingPorts';
import { once } from '../ports/report';
import type { Context } from '../redaction/context';
import { takeConnectionLease } from './apply';
import { stageReadBack } from './readBack';

/** Starts the work in the background, and returns. */
export async function recoverUpdate(context: Context, entry: JournalEntry): Promise<void> {
  if (isOld(context, entry) && (await isSenderGone(context, entry))) {
    await advanceEntry(context, entry, { kind: 'unclear', sentence: notSeen });
    return;
  }
  context.background.start({
    title: shortText(titleOf(entry), 60),
    kind: 'watch',
    run: async (watch) => {
      const what = 'Checking an interrupted update';
      await persevere(context, what, watch.stop, () => recover(context, entry, watch));
    },
  });
}

/** The age alone doesn't tell: when the clock jumps, an update that is being sent looks old. */
async function isSenderGone(context: Context, { connection }: JournalEntry): Promise<boolean> {
  const lease = await takeConnectionLease(context, connection);
  if (lease.kind === 'held') {
    await lease.release();
  }
  return lease.kind === 'held';
}

function isOld({ clock }: Context, { startedAt }: JournalEntry): boolean {
  return clock.now() - startedAt > maxAgeMs;
}

/** Older ones can be checked from the change history. */
const maxAgeMs = 24 * 60 * 60_000;

const notSeen = "The update was interrupted while it was sent, and its result wasn't seen.";

/** A connection that can't be read for an hour isn't asked for any longer. */
const mostFailures = 64;

/** `settling`: it is monitored from now on. */
type Step =
  | { readonly kind: 'completed'; readonly settling?: JournalEntry }
  | { readonly kind: 'later'; readonly failures: number; readonly waitMs?: number };

/** One window of this machine does it; the others wait whether it goes on. */
async function recover(context: Context, entry: JournalEntry, watch: Watch): Promise<void> {
  const lease = await waitForLease(context, entry, watch);
  if (lease === 'left') {
    return;
  }
  let step: Step = later;
  try {
    let failures = 0;
    while (step.kind === 'later' && failures < mostFailures && !watch.stop.isCancelled()) {
      step = await attempt(context, entry, watch);
      if (step.kind === 'later') {
        failures += step.failures;
        const pauseMs = nextLookMs(0, Math.max(failures, 1), step.waitMs);
        await lease?.beat(leaseMs + pauseMs);
        await context.timer.wait(pauseMs, watch.stop);
      }
    }
  } finally {
    await lease?.release();
  }
  if (step.kind === 'completed' && step.settling !== undefined) {
    followEntry(context, step.settling);
  }
}

/** Nothing was asked of the service. */
const later: Step = { kind: 'later', failures: 0 };

async function attempt(context: Context, listed: JournalEntry, watch: Watch): Promise<Step> {
  watch.report('waiting for the window that sent the update');
  const lease = await takeConnectionLease(context, listed.connection);
  try {
    const isSenderGone = lease.kind === 'held' || (await isCountedElsewhere(context, listed));
    // Only now: the sender completes the entry before it hands the lease back or starts the countdown.
    const current = await lookUpEntry(context, listed.id);
    if (current.kind === 'absent') {
      return { kind: 'completed' };
    }
    if (current.kind === 'unreadable') {
      return later;
    }
    const { entry } = current;
    if (entry.stage.kind !== 'sending') {
      return { kind: 'completed' };
    }
    return isSenderGone ? await complete(context, entry, watch) : later;
  } finally {
    if (lease.kind === 'held') {
      await lease.release();
    }
  }
}

async function complete(context: Context, entry: JournalEntry, watch: Watch): Promise<Step> {
  if (isOld(context, entry)) {
    await advanceEntry(context, entry, { kind: 'unclear', sentence: notSeen });
    return { kind: 'completed' };
  }
  const login = await findCredentials(entry.connection.target, context);
  if (login.kind !== 'found') {
    return later;
  }
  const { credentials } = login.found;
  secretsOf(credentials).forEach(context.redactor.register);
  if (knownRejected(context, credentials) !== undefined) {
    return later;
  }
  watch.report('checking the current state');
  const fetched = await fetchConnection(context, entry.connection, credentials, watch.stop);
  if (fetched.kind === 'credentials-rejected') {
    const { code, message, remedy } = fetched.problem;
    once(context.memory.told, `${code} ${entry.id}`, () =>
      show(context, entry, `${message} ${remedy}`),
    );
    return { ...later, ...(fetched.waitMs !== undefined && { waitMs: fetched.waitMs }) };
  }
  if (fetched.kind !== 'fetched') {
    return { kind: 'later', failures: 1 };
  }
  const { stage, sentence } = stageReadBack(context, entry, fetched.remote, fetched.status);
  const advanced = await advanceEntry(context, entry, stage);
  show(context, entry, sentence);
  return { kind: 'completed', ...(stage.kind === 'settling' && { settling: advanced }) };
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
