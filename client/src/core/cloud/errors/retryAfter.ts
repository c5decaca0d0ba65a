// How long the service asks to wait. Source: RFC 9110, section 10.2.3.
import type { HttpResponse } from '../../model/httpExchange';

/** Nobody waits longer than this for a single answer, whatever the service asks. */
const longestMs = 600_000;

/**
 * Milliseconds from now, or undefined when the service says nothing that makes sense.
 *
 * @param now milliseconds since 1970, for answers that name a moment
 */
export function retryAfterMs({ headers }: HttpResponse, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestMs) : undefined;
}
