// After an accepted update: monitors it in the background until it has settled. It only reads.
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import { lookUpEntry } from '../journal/journal';
import { isOpen, titleOf, type JournalEntry } from '../journal/journalEntry';
import type { Watch } from '../ports/lastingPorts';
import { reportProblem } from '../ports/report';
import type { Lease } from '../ports/lease';
import { takeLease } from '../journal/lease';
import { concludeEntry } from './concludeEntry';
import { downMs } from './pace';
import { persevere } from './persevere';
import { watchConnection, type Watched } from './watchConnection';

/** Longer than a look takes, so that no other window takes over meanwhile. Pauses are added. */
export const leaseMs = 90_000;

/** How often a sign of life is written during short pauses. */
const beatMs = 30_000;

/** What is known in addition to the entry. */
export interface SettleOptions {
  /** Those that the update was sent with; found again by the target when absent. */
  readonly login?: Login;
  /** How long the tunnel may take to come up before it counts as not connected. */
  readonly downMs?: number;
}

/** Monitors in the background. Returns at once. */
export function followEntry(
  context: Context,
  entry: JournalEntry,
  options: SettleOptions = {},
): void {
  context.background.start({
    title: titleOf(entry),
    kind: 'watch',
    run: async (watch) => {
      await settleEntry(context, entry, watch, options);
    },
  });
}

/**
 * Watches one entry, unless another window does so; then it waits whether that one goes on. Returns how
 * watching ended; undefined when another window has completed the entry.
 */
export async function settleEntry(
  context: Context,
  entry: JournalEntry,
  watch: Watch,
  options: SettleOptions = {},
): Promise<Watched | undefined> {
  const watched = await persevere(context, 'Tracking an update', watch.stop, () =>
    settle(context, entry, watch, options),
  );
  return watched === 'stopped' ? { kind: 'left' } : watched;
}

async function settle(
  context: Context,
  entry: JournalEntry,
  watch: Watch,
  options: SettleOptions,
): Promise<Watched | undefined> {
  const lease = await waitForLease(context, entry, watch);
  if (lease === 'left') {
    return { kind: 'left' };
  }
  let beatAt = -Infinity;
  try {
    const current = await lookUpEntry(context, entry.id);
    // The record may lag behind the entry at hand, when its last stage couldn't be written.
    if (current.kind === 'absent' || (current.kind === 'found' && !isOpen(current.entry))) {
      return undefined;
    }
    const watched = await watchConnection(
      context,
      {
        connection: entry.connection,
        downMs: options.downMs ?? downMs,
        waiting: (why) =>
          reportProblem(context.presenter, {
            ...why,
            remedy: `${why.remedy} Tracking the update then continues automatically.`,
          }),
        alive: async (pauseMs) => {
          const now = context.clock.elapsed();
          if (pauseMs > beatMs || now - beatAt >= beatMs) {
            beatAt = now;
            await lease?.beat(leaseMs + pauseMs);
          }
        },
        ...(options.login !== undefined && { login: options.login }),
      },
      watch,
    );
    if ((await lease?.status()) === 'lost') {
      // This window was suspended: another one completes the entry, or has done so.
      return undefined;
    }
    if (watched.kind !== 'left') {
      await concludeEntry(context, entry, watched, { watch, ...options });
    }
    return watched;
  } finally {
    await lease?.release();
  }
}

/**
 * The lease of whoever completes the entry, as soon as no other window has it. Undefined: leases can't be
 * kept here, so each window monitors on its own; that only costs reads.
 */
export async function waitForLease(
  context: Context,
  entry: JournalEntry,
  { stop }: Watch,
): Promise<Lease | undefined | 'left'> {
  for (;;) {
    const lease = await takeLease(context, `watch ${entry.id}`, leaseMs);
    if (lease.kind !== 'taken') {
      return lease.kind === 'held' ? lease : undefined;
    }
    await context.timer.wait(Math.max(lease.waitMs, 1000), stop);
    if (stop.isCancelled()) {
      return 'left';
    }
  }
}
