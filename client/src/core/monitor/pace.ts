// How often a connection is read while it is monitored.

/** The time in which an update usually settles; the official provider waits as long. */
export const settleDeadlineMs = 600_000;

/**
 * The service answers before it begins to work: until then the status is that from before. A status
 * that has not been pending in between counts after this time only.
 */
export const startingMs = 10_000;

/** A tunnel that is being negotiated is not connected for a moment; it counts when it lasts. */
export const downMs = 10_000;

const longestMs = 60_000;

/**
 * Milliseconds until the next read.
 *
 * @param watchedMs how long the connection has been monitored
 * @param failures reads that failed in a row
 * @param askedMs what the service asks for, if it does
 */
export function nextLookMs(watchedMs: number, failures: number, askedMs = 0): number {
  if (failures > 0) {
    const backOff = Math.min(5_000 * 2 ** (failures - 1), longestMs);
    return Math.max(backOff, askedMs);
  }
  if (watchedMs < 20_000) {
    return 2_000;
  }
  return watchedMs < 120_000 ? 5_000 : 10_000;
}

/**
 * The time that was spent monitoring. For a computer that slept, or whose clock was set, it isn't longer
 * than the planned wait and the read.
 */
export function watchedTime(elapsedMs: number, plannedMs: number): number {
  const most = plannedMs + 15_000;
  return elapsedMs < 0 ? plannedMs : Math.min(elapsedMs, most);
}
