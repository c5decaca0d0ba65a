// Time for several windows at once: it passes only when a test says so, and never while one of them
// waits for real input or output. Timers of all windows end in their order.
import type { CancelSignal } from '../../../client/src/core/ports/cancelSignal';

/** What a timer belongs to; it doesn't end any more when the owner is gone. */
export interface Mortal {
  readonly isGone: boolean;
}

export interface VirtualTime {
  /** True time, in milliseconds since 1970. It goes on during sleep, and nobody can set it. */
  trueTime(): number;
  /** The wall clock of the machine, in milliseconds since 1970. */
  wallClock(): number;
  /** Running time of the machine, in milliseconds. It stands still during sleep. */
  running(): number;
  /** Resolves after so much running time, or at once when `cancel` says so. */
  wait(milliseconds: number, cancel: CancelSignal, owner?: Mortal): Promise<void>;
  /** Time stands still until this has settled. */
  real<T>(work: Promise<T>): Promise<T>;
  /** Lets so much time pass. */
  pass(milliseconds: number): Promise<void>;
  /** Lets time pass until this has settled. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass until `look` returns true, for at most `milliseconds`. */
  until(what: string, look: () => boolean, milliseconds?: number): Promise<void>;
  /** The wall clock is set forward, or back. */
  setClock(byMs: number): void;
  /** The machine sleeps: running time stands still, as on Linux. */
  sleep(milliseconds: number): void;
}

interface Timer {
  readonly at: number;
  readonly end: () => void;
  readonly owner: Mortal | undefined;
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;

/** Begins at `start`, in milliseconds since 1970. */
export function virtualTime(start: number): VirtualTime {
  let [running, slept, ahead] = [0, 0, 0];
  let busy = 0;
  const timers = new Set<Timer>();

  /** Until nobody can do anything before time goes on. */
  const quiet = async (): Promise<void> => {
    do {
      await new Promise((resolve) => setImmediate(resolve));
    } while (busy > 0);
  };
  const next = (until: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (timer.owner?.isGone === true) timers.delete(timer);
      else if (timer.at <= until && (first === undefined || timer.at < first.at)) first = timer;
    }
    return first;
  };
  const passUntil = async (end: number, isOver: () => boolean): Promise<void> => {
    for (;;) {
      await quiet();
      const timer = isOver() ? undefined : next(end);
      if (timer === undefined) break;
      running = Math.max(running, timer.at);
      timer.end();
    }
    if (!isOver()) running = end;
  };

  return {
    trueTime: () => start + running + slept,
    wallClock: () => start + running + slept + ahead,
    running: () => running,
    wait: (milliseconds, cancel, owner) =>
      new Promise((resolve) => {
        const timer: Timer = {
          at: running + Math.max(0, milliseconds),
          end: () => {
            timers.delete(timer);
            unsubscribe();
            resolve();
          },
          owner,
        };
        timers.add(timer);
        let unsubscribe = (): void => undefined;
        unsubscribe = cancel.onCancel(() => timer.end());
        if (cancel.isCancelled()) timer.end();
      }),
    real: async (work) => {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },
    pass: (milliseconds) => passUntil(running + milliseconds, () => false),
    during: async (work) => {
      const over = { is: false };
      const done = work.finally(() => {
        over.is = true;
      });
      done.catch(() => undefined);
      await passUntil(running + hours(24), () => over.is);
      if (!over.is) throw new Error('24 hours passed, and it is not over');
      return done;
    },
    until: async (what, look, milliseconds = hours(2)) => {
      await passUntil(running + milliseconds, look);
      if (!look()) throw new Error(`${milliseconds} ms passed without ${what}`);
    },
    setClock: (byMs) => {
      ahead += byMs;
    },
    sleep: (milliseconds) => {
      slept += milliseconds;
    },
  };
}
