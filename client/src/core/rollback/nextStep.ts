// What an open confirmation window asks for now. Nothing but the record and the clock decide it, so a
// window that was reloaded, or slept past the end, comes to the same answer as one that did not.
import type { ArmedWindow, RestoreCause } from '../journal/armedWindow';

/** What to do now. */
export type WindowStep =
  /** The update stays; the record has done its work. */
  | { readonly kind: 'done' }
  | { readonly kind: 'restore'; readonly cause: RestoreCause }
  /** Nothing before so many milliseconds have passed. */
  | {
      readonly kind: 'wait';
      readonly waitMs: number;
      /** Until the end of the window, or until the next attempt to restore; absent when only the user can act. */
      readonly leftMs?: number;
      /** `near`: the user should hear that the end is close. */
      readonly end: 'far' | 'near';
    };

/** The step for a time in milliseconds since 1970. */
export function nextStep({ armedAt, minutes, state }: ArmedWindow, now: number): WindowStep {
  if (state.kind === 'kept') {
    return { kind: 'done' };
  }
  if (state.kind === 'stuck') {
    return { kind: 'wait', waitMs: tickMs, end: 'far' };
  }
  if (state.kind === 'restoring') {
    const leftMs = Math.min(state.nextAt - now, longestPauseMs);
    return leftMs > 0
      ? { kind: 'wait', waitMs: Math.min(leftMs, tickMs), leftMs, end: 'far' }
      : { kind: 'restore', cause: state.cause };
  }
  const lengthMs = minutes * 60_000;
  // A clock that was set back must not make the window longer than was asked for from now on.
  const leftMs = Math.min(armedAt + lengthMs - now, lengthMs);
  if (leftMs <= 0) {
    return { kind: 'restore', cause: 'time-up' };
  }
  const end = leftMs <= noticeMs ? 'near' : 'far';
  return { kind: 'wait', waitMs: Math.min(leftMs, tickMs), leftMs, end };
}

/**
 * The pause before restoring is tried again, in milliseconds. It never ends: an update that could not be
 * taken back is not forgotten.
 *
 * @param failures attempts that have failed, at least 1
 * @param askedMs what the service asked for, when it did
 */
export function restorePauseMs(failures: number, askedMs = 0): number {
  const doubled = firstPauseMs * 2 ** Math.min(Math.max(failures, 1) - 1, 10);
  return Math.min(Math.max(doubled, askedMs), longestPauseMs);
}

/** Time enough to read a sentence, look at the tunnel and decide. */
const noticeMs = 60_000;

/** The countdown is shown in seconds, and another window may have decided meanwhile. */
const tickMs = 1000;

const firstPauseMs = 5000;
const longestPauseMs = 5 * 60_000;
