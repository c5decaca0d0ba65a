// What stops an update before anything was sent.
import type { LeaseResult } from '../journal/lease';
import { pendingOf } from '../journal/pendingRollbacks';
import { problem, type Problem } from '../model/problem';
import type { RemoteConnection } from '../model/remoteConnection';
import type { Unreadable } from '../ports/records';
import type { Unavailable } from '../ports/unavailable';
import type { Context } from '../redaction/context';

/** Why the connection isn't updated now; undefined: no rollback of it is pending. */
export async function refusedWhilePending(
  context: Context,
  connection: Pick<RemoteConnection, 'url'>,
): Promise<Problem | undefined> {
  const pending = await pendingOf(context, connection);
  return pending.kind === 'none' ? undefined : pendingProblem(context, pending);
}

/** An update meanwhile would be mixed up with the values that are restored. */
export function pendingProblem(
  { log }: Pick<Context, 'log'>,
  pending: { readonly kind: 'pending'; readonly id: string } | Unreadable,
): Problem {
  if (pending.kind === 'unreadable') {
    log.warn(`The pending rollbacks can't be read: ${pending.detail}`);
    return problem(
      'records-unreadable',
      "Nothing was sent: the records of pending rollbacks can't be read right now.",
      'Try again in a moment.',
      { kind: 'show-log' },
    );
  }
  const { id } = pending;
  return problem(
    'rollback-pending',
    'Nothing was sent: an earlier update of this connection is still waiting to be kept.',
    'Keep it or roll it back first.',
    { kind: 'keep-update', rollback: id },
    { kind: 'roll-back-now', rollback: id },
  );
}

/** Another window has the lease, or leases can't be kept on this machine. */
export async function whyTaken(
  context: Context,
  connection: RemoteConnection,
  lease: Exclude<LeaseResult, { readonly kind: 'held' }>,
): Promise<Problem> {
  const pending = await refusedWhilePending(context, connection);
  if (pending !== undefined) {
    return pending;
  }
  if (lease.kind === 'taken') {
    const seconds = Math.ceil(lease.waitMs / 1000);
    return problem(
      'applied-elsewhere',
      'Nothing was sent: another VS Code window is updating this connection.',
      `Finish there. If that window was closed, try again in ${seconds} seconds.`,
    );
  }
  context.log.warn(`The lease of the connection can't be taken: ${lease.detail}`);
  return problem(
    'storage-unavailable',
    "Nothing was sent: the extension's storage can't be written.",
    'Free up disk space, then try again.',
    { kind: 'show-log' },
  );
}

/** This window took so long that another one may have taken over. */
export function leaseLost(): Problem {
  return problem(
    'applied-elsewhere',
    'Nothing was sent: another VS Code window may be updating this connection.',
    'Check the connection, then apply again.',
  );
}

/** Each update has an entry in the journal before it is sent. */
export function notRecorded({ log }: Pick<Context, 'log'>, { detail }: Unavailable): Problem {
  log.warn(`The journal can't be written: ${detail}`);
  return problem(
    'not-recorded',
    "Nothing was sent: the update couldn't be recorded on this machine.",
    'Free up disk space, then try again.',
    { kind: 'show-log' },
  );
}

/** The pending rollback couldn't be written. */
export function notArmed({ log }: Pick<Context, 'log'>, detail: string): Problem {
  log.warn(`The pending rollback can't be written: ${detail}`);
  return problem(
    'rollback-not-recorded',
    "Nothing was sent: couldn't save the rollback data.",
    'Free up disk space, or apply without automatic rollback.',
    { kind: 'show-log' },
  );
}
