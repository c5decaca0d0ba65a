// HTTP by `fetch`. The editor gives its extensions a `fetch` that applies its proxy and certificate
// settings, so it is looked up at the moment of use.
import type { HttpFailure, HttpRequest, HttpResult } from '../core/model/httpExchange';
import type { SendLimits, Transport } from '../core/ports/ports';
import { failureOf } from './failureOf';
import { readBody } from './readBody';

/** Sends with a deadline over headers and body, follows nothing and repeats nothing. */
export const fetchTransport: Transport = {
  send: async (request, limits) => {
    const started = performance.now();
    const elapsedMs = (): number => performance.now() - started;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort('timed-out'), limits.timeoutMs);
    const unsubscribe = limits.cancel.onCancel(() => stop.abort('cancelled'));
    try {
      if (limits.cancel.isCancelled()) {
        return { ...stopped('cancelled'), delivered: 'no', elapsedMs: elapsedMs() };
      }
      return await exchange(request, limits, stop.signal, elapsedMs);
    } finally {
      clearTimeout(timer);
      unsubscribe();
    }
  },
};

async function exchange(
  request: HttpRequest,
  { maxBodyBytes }: SendLimits,
  signal: AbortSignal,
  elapsedMs: () => number,
): Promise<HttpResult> {
  let status: number | undefined;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      redirect: 'manual',
      credentials: 'omit',
      signal,
    });
    status = response.status;
    if (response.type === 'opaqueredirect') {
      return opaqueRedirect(elapsedMs());
    }
    const { text, truncated, notUtf8 } = await readBody(response.body, maxBodyBytes);
    return {
      kind: 'response',
      status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      body: text,
      truncated,
      notUtf8,
      elapsedMs: elapsedMs(),
    };
  } catch (error) {
    const failure = signal.aborted ? stopped(signal.reason) : failureOf(error);
    const answered = status === undefined ? {} : { status, delivered: 'perhaps' as const };
    return { kind: 'failure', ...failure, ...answered, elapsedMs: elapsedMs() };
  }
}

/** We stopped it ourselves. Whether the request had been written by then cannot be known. */
function stopped(reason: unknown): Omit<HttpFailure, 'elapsedMs'> {
  const code = reason === 'timed-out' ? 'timed-out' : 'cancelled';
  return { kind: 'failure', code, delivered: 'perhaps', detail: code };
}

/** A `fetch` that hides redirects: nothing was followed, and nothing more is known. */
function opaqueRedirect(elapsedMs: number): HttpResult {
  const detail = 'a redirect, which is not followed';
  return { kind: 'failure', code: 'malformed-response', delivered: 'perhaps', detail, elapsedMs };
}
