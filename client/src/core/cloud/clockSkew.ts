// How far the clock of this machine is off, as far as an answer tells.
import type { HttpResult } from '../model/httpExchange';

/** Milliseconds by which this machine is ahead, by the answer's date; `undefined`: it has none. */
export function clockSkew(result: HttpResult, now: number): number | undefined {
  const date = result.kind === 'response' ? Date.parse(result.headers['date'] ?? '') : Number.NaN;
  return Number.isFinite(date) ? now - date : undefined;
}

/** For people: `16 minutes ahead`, `40 seconds behind`. */
export function describeSkew(skewMs: number): string {
  return `${duration(Math.abs(skewMs))} ${skewMs < 0 ? 'behind' : 'ahead'}`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
