// When a pending rollback is due, and how long to pause after a failed attempt. Pure.
import type { PendingRollback } from '../journal/pendingRollback';

/** The countdown is shown in seconds, and another window may decide at any time. */
export const tickMs = 1000;

/** The user is reminded this long before the end. */
export const noticeMs = 60_000;

/** How long a window that counts may show no sign of life, and how often it shows one. */
export const countingSpanMs = 20_000;
export const beatMs = 5000;

/** How long a window that takes over waits before it sends anything: a few steps of the others. */
export const takeOverMs = 3 * tickMs;

/** While the cloud works on another change. */
export const busyMs = 10_000;

/** For so long an update whose response was lost may still be applied by the service. */
export const lateMs = 120_000;

/** How often it is checked whether something that the user has to do has been done. */
export const recheckMs = 5000;

/**
 * When the storage can't be written, nobody can be kept from keeping the update at the same time. After
 * this long without one successful write, nobody else can have written either.
 */
export const blockedMs = 60_000;

/**
 * Milliseconds until the rollback is due, from whichever clock says so first: a wall clock that was set
 * back can't delay it, because running time counts too; one that was set forward, or a computer that
 * slept, brings it earlier.
 *
 * @param countedMs running time since the countdown started, as far as any window has counted it
 */
export function leftMs(
  { minutes, armedAt, progress }: PendingRollback,
  now: number,
  countedMs: number,
): number {
  const lengthMs = minutes * 60_000;
  const startedAt = progress.kind === 'counting' ? progress.startedAt : armedAt;
  return Math.max(0, Math.min(startedAt + lengthMs - now, lengthMs - countedMs));
}

/**
 * The pause after a failed attempt, in milliseconds. Attempts never end.
 *
 * @param failures failed attempts, at least 1
 * @param askedMs what the service asked for, when it did
 * @param mostMs the longest pause without that
 */
export function retryPauseMs(failures: number, askedMs = 0, mostMs = maxOwnPauseMs): number {
  const doubled = firstPauseMs * 2 ** Math.min(Math.max(failures, 1) - 1, 10);
  return Math.max(Math.min(doubled, mostMs), Math.min(askedMs, maxPauseMs));
}

/** The longest pause: no service asks for more, and a record can't make it longer. */
export const maxPauseMs = 60 * 60_000;

const maxOwnPauseMs = 5 * 60_000;

const firstPauseMs = 5000;
