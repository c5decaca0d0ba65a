// How often a server that ended by itself is started again.

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
