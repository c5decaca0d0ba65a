// How long the service asks to wait. Source: RFC 9110, section 10.2.3.
import type { HttpResponse } from '../../model/httpExchange';

/** The value of `Retry-After`: seconds from now, or an HTTP date as it was received. */
export type RetryAfter =
  { readonly seconds: number } | { readonly date: string; readonly at: number };

/** No single pause is longer than this, whatever the service asks for. */
const maxMs = 600_000;

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Undefined when the header is missing or is neither a number of seconds nor an HTTP date. */
export function retryAfter({ headers }: HttpResponse): RetryAfter | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  // More than a day isn't a pause.
  if (/^\d{1,5}$/.test(value)) {
    return { seconds: Number(value) };
  }
  // Date.parse alone accepts nearly everything with a number in it.
  const at = httpDate.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : { date: value, at };
}

/**
 * Milliseconds from now, at most ten minutes; undefined when the service doesn't ask for a pause.
 *
 * @param now milliseconds since 1970, for answers that name a moment
 */
export function retryAfterMs(response: HttpResponse, now: number): number | undefined {
  const value = retryAfter(response);
  if (value === undefined) {
    return undefined;
  }
  const waitMs = 'seconds' in value ? value.seconds * 1000 : value.at - now;
  return Math.min(Math.max(waitMs, 0), maxMs);
}
