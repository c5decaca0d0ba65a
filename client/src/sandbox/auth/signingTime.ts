// The X-Sdk-Date header: YYYYMMDDTHHMMSSZ, at most 15 minutes away from the server's clock.

/** Signatures are refused outside of this window, in milliseconds to either side. */
export const clockWindowMs = 15 * 60 * 1000;

const form = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Milliseconds since 1970, or undefined when the text is no such date. */
export function parseSigningTime(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  );
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a signature made at `signedAt` is still, or already, valid. */
export function isWithinClockWindow(signedAt: number, now: number): boolean {
  return Math.abs(now - signedAt) <= clockWindowMs;
}
