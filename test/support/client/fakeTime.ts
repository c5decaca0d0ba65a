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
  move(milliseconds: number): void;
}

export function fakeTime(start: number): FakeTime {
  let now = start;
  const waits: number[] = [];
  const events = new Map<number, () => void>();
  return {
    clock: { now: () => now },
    waits,
    at: (wait, during) => {
      events.set(wait, during);
    },
    move: (milliseconds) => {
      now += milliseconds;
    },
    timer: {
      wait: async (milliseconds, cancel) => {
        if (waits.length > 2000) throw new Error('waited too often');
        waits.push(milliseconds);
        events.get(waits.length - 1)?.();
        if (!cancel.isCancelled()) now += milliseconds;
      },
    },
  };
}
