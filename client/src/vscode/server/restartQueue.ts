// Runs one task at a time. Whoever asks while it runs gets one further run, shared by all who wait:
// what they want to see is a run that began after they asked.

/** Wraps `task` so that its runs never overlap: at most one runs and one waits. */
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
