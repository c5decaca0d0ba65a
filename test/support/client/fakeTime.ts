// A clock that stands still, and a timer that moves it: waiting takes no time at all.
import type { Timer } from '../../../client/src/core/ports/lastingPorts';
import type { Clock } from '../../../client/src/core/ports/ports';

export interface FakeTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Every time that was waited for, in milliseconds. */
  readonly waits: readonly number[];
  /** Calls `during` at the n-th wait (from 0), before it ends. */
  at(wait: number, during: () => void): void;
  /** Time passes: both clocks move. */
  move(milliseconds: number): void;
  /** The wall clock is set; running time isn't affected. */
  set(milliseconds: number): void;
}

export function fakeTime(start: number): FakeTime {
  let now = start;
  let elapsed = 0;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    elapsed += milliseconds;
  };
  const waits: number[] = [];
  const events = new Map<number, () => void>();
  return {
    clock: { now: () => now, elapsed: () => elapsed },
    waits,
    at: (wait, during) => {
      events.set(wait, during);
    },
    move: pass,
    set: (milliseconds) => {
      now += milliseconds;
    },
    timer: {
      wait: async (milliseconds, cancel) => {
        if (waits.length > 2000) throw new Error('waited too often');
        waits.push(milliseconds);
        events.get(waits.length - 1)?.();
        if (!cancel.isCancelled()) pass(milliseconds);
      },
    },
  };
}
