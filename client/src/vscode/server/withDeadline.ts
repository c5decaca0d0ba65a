// A limit for things that may never happen.

/** Settles as `work` does, or rejects with `reason` after the time. The work itself goes on. */
export function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  reason: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(reason)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
