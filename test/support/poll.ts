// Waits for something to become true, with a deadline: tests never sleep for a guessed time.

/** Calls `look` until it returns something, for at most `milliseconds`. */
export async function poll<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  milliseconds = 10_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
