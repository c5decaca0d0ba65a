// Bounds of every exchange with the cloud.
import type { RequestSettings } from '../ports/ports';

/** Bodies of the API are a few kilobytes; what is longer comes from elsewhere. */
export const maxBodyBytes = 5_000_000;

/** For the question what the cloud holds: short, because somebody waits for a sentence. */
export const readBackTimeoutMs = 10_000;

/** For a token, however long the request itself may take: others wait for the same login. */
export const loginTimeoutMs = 30_000;

const defaultTimeoutSeconds = 30;
const longestTimeoutSeconds = 600;

/** The time-out of a request in milliseconds: always finite, whatever the setting holds. */
export function requestTimeoutMs({ timeoutSeconds }: RequestSettings): number {
  const usable = Number.isFinite(timeoutSeconds) && timeoutSeconds > 0;
  return 1000 * (usable ? Math.min(timeoutSeconds, longestTimeoutSeconds) : defaultTimeoutSeconds);
}
