// HTTP by `fetch`. The editor gives its extensions a `fetch` that applies its proxy and certificate
// settings, so it is looked up at the moment of use.
import type { HttpFailure, HttpRequest, HttpResponse } from '../core/model/httpExchange';
import type { SendLimits, Transport } from '../core/ports/ports';
import { failureOf } from './failureOf';
import { observeSending, type ObservedRequest } from './sendingPhase';
import { readBody } from './readBody';

/** Sends with a deadline over headers and body, follows nothing and repeats nothing. */
export const fetchTransport: Transport = {
  send: async (request, limits) => {
    const started = performance.now();
    const elapsedMs = (): number => performance.now() - started;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort('timed-out'), limits.timeoutMs);
    const unsubscribe = limits.cancel.onCancel(() => stop.abort('cancelled'));
    const observed = observeSending(request);
    try {
      if (limits.cancel.isCancelled()) {
        return { ...stopped('cancelled'), delivered: 'no', elapsedMs: elapsedMs() };
      }
      const result = await exchange(request, limits, stop.signal, observed);
      return { ...result, elapsedMs: elapsedMs() };
    } finally {
      clearTimeout(timer);
      unsubscribe();
      observed.stop();
    }
  },
};

type Untimed = Omit<HttpResponse, 'elapsedMs'> | Omit<HttpFailure, 'elapsedMs'>;

async function exchange(
  request: HttpRequest,
  { maxBodyBytes }: SendLimits,
  signal: AbortSignal,
  observed: ObservedRequest,
): Promise<Untimed> {
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
      return opaqueRedirect();
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
    };
  } catch (error) {
    const failure = failureOf(error, observed.phase());
    const { code, detail } = signal.aborted ? stopped(signal.reason) : failure;
    const { delivered } = failure;
    return status === undefined
      ? { kind: 'failure', code, detail, delivered }
      : { kind: 'failure', code, detail, delivered: 'perhaps', status };
  }
}

/** The deadline, or the user. A request that is stopped while connecting is never written. */
function stopped(reason: unknown): Pick<HttpFailure, 'kind' | 'code' | 'detail'> {
  const code = reason === 'timed-out' ? 'timed-out' : 'cancelled';
  return { kind: 'failure', code, detail: code };
}

/** A `fetch` that hides redirects: nothing was followed, and nothing more is known. */
function opaqueRedirect(): Untimed {
  const detail = 'a redirect, which is not followed';
  return { kind: 'failure', code: 'malformed-response', delivered: 'perhaps', detail };
}
