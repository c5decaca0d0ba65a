// Locks an access key after repeated wrong signatures, as the API gateway does.

const toleratedFailures = 5;
const lockMs = 5 * 60 * 1000;

interface FailureRecord {
  readonly failures: number;
  readonly lockedUntil: number;
}

/** More than five consecutive failures lock a key for five minutes. Times in milliseconds. */
export class AccessKeyLock {
  readonly #records = new Map<string, FailureRecord>();

  isLocked(accessKey: string, now: number): boolean {
    const record = this.#records.get(accessKey);
    return record !== undefined && now < record.lockedUntil;
  }

  noteFailure(accessKey: string, now: number): void {
    const record = this.#records.get(accessKey);
    // A lock that has run out starts a new count.
    const before = record === undefined || record.lockedUntil > 0 ? 0 : record.failures;
    const failures = before + 1;
    const lockedUntil = failures > toleratedFailures ? now + lockMs : 0;
    this.#records.set(accessKey, { failures, lockedUntil });
  }

  noteSuccess(accessKey: string): void {
    this.#records.delete(accessKey);
  }

  clear(): void {
    this.#records.clear();
  }
}
