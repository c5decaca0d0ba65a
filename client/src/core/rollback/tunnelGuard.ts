// Sees whether the tunnel came up after an update that waits to be kept.
import { findCredentials } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import { readEntry } from '../journal/journal';
import type { JournalEntry } from '../journal/journalEntry';
import type { CancelSignal } from '../ports/cancelSignal';
import { statusNamed, statusOf } from '../model/connectionStatus';
import { fetchConnection } from '../cloud/fetchConnection';
import { knownRejected } from '../cloud/rejectedCredentials';
import { secretsOf } from '../model/credentials';
import type { PendingRollback } from '../journal/pendingRollback';

/** Asked again and again while a window is open. */
export interface TunnelGuard {
  /** Whether the update broke a tunnel that was connected before. */
  hasFailed(rollback: PendingRollback, stop: CancelSignal): Promise<boolean>;
}

/** Peers negotiate anew after a change, and the other end may need a moment of somebody's time. */
export const graceMs = 60_000;

/** Nobody wants a request per second; nothing is asked before the update has settled badly. */
const pauseMs = 15_000;

/**
 * Follows the entry in the journal, which the watch on the update completes, and asks the service itself
 * only about a tunnel that settled badly. A tunnel that was not connected before the update has nothing
 * to lose, and one that comes up has passed: both are left to the time.
 */
export function createTunnelGuard(context: Context): TunnelGuard {
  let hasPassed = false;
  let nextAt = 0;
  return {
    hasFailed: async ({ entry: id }, stop) => {
      const now = context.clock.elapsed();
      if (hasPassed || now < nextAt) {
        return false;
      }
      const entry = await readEntry(context, id);
      const settledAt = badlySettled(entry);
      if (
        entry === undefined ||
        settledAt === undefined ||
        context.clock.now() - settledAt < graceMs
      ) {
        return false;
      }
      const { state, waitMs = 0 } = await look(context, entry, stop);
      nextAt = now + Math.max(pauseMs, waitMs);
      hasPassed = state === 'up';
      return state === 'down';
    },
  };
}

/** When it settled as not connected, in milliseconds since 1970. */
function badlySettled(entry: JournalEntry | undefined): number | undefined {
  if (entry?.stage.kind !== 'settled' || entry.before === undefined) {
    return undefined;
  }
  const { kind } = statusNamed(entry.stage.status);
  const isBad = kind === 'down' || kind === 'error';
  return isBad && statusOf(entry.before).kind === 'active' ? entry.stage.at : undefined;
}

/** What the service says. `waitMs`: how long it wants to be left alone. */
interface Look {
  readonly state: 'up' | 'down' | 'unknown';
  readonly waitMs?: number;
}

/** Credentials that were rejected aren't sent again: that could lock what the rollback needs. */
async function look(
  context: Context,
  { connection }: JournalEntry,
  stop: CancelSignal,
): Promise<Look> {
  const found = await findCredentials(connection.target, context);
  if (found.kind !== 'found') {
    return { state: 'unknown' };
  }
  const { credentials } = found.found;
  secretsOf(credentials).forEach(context.redactor.register);
  if (knownRejected(context, credentials) !== undefined) {
    return { state: 'unknown' };
  }
  const seen = await fetchConnection(context, connection, credentials, stop);
  if (seen.kind !== 'fetched') {
    return { state: 'unknown', ...('waitMs' in seen && { waitMs: seen.waitMs }) };
  }
  const { kind } = seen.status;
  if (kind === 'active') {
    return { state: 'up' };
  }
  return { state: kind === 'down' || kind === 'error' ? 'down' : 'unknown' };
}
