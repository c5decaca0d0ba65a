// When a server is started again, and how: one restart at a time.

/**
 * Wraps `task` so that its runs never overlap: at most one runs and one waits. Callers that come while
 * it runs share the one that waits, because they need a run that began after their call.
 */
export function createRestartQueue(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const begin = (): Promise<void> => {
    const run = task().finally(() => {
      running = undefined;
    });
    running = run;
    return run;
  };

  return () => {
    if (waiting !== undefined) return waiting;
    if (running === undefined) return begin();
    waiting = running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return begin();
      });
    return waiting;
  };
}

/** More ends than this within the window mean that starting it again does not help. */
const mostRestarts = 3;
const windowMs = 3 * 60_000;

/** Remembers when the server ended. */
export class RestartPolicy {
  #ends: readonly number[] = [];

  /** Called when the server ended by itself; `now` in milliseconds. */
  ended(now: number): 'restart' | 'give-up' {
    this.#ends = [...this.#ends.filter((end) => now - end < windowMs), now];
    return this.#ends.length > mostRestarts ? 'give-up' : 'restart';
  }
}
