// How far a request of `fetch` has got. The HTTP client below it (undici, in Node and in the editor)
// reports on diagnostics channels when it takes a request and right before it writes the first byte,
// for HTTP/1.1 and HTTP/2 alike. Source: undici, "Diagnostics Channel Support".
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { HttpRequest } from '../core/model/httpExchange';

/**
 * `connecting`: taken, and not a byte of it written: name look-up, connect, proxy tunnel, TLS handshake.
 * `sending`: writing has begun. `unknown`: another client sends it, and nothing is reported.
 */
export type SendingPhase = 'connecting' | 'sending' | 'unknown';

/** A request that is being observed. */
export interface ObservedRequest {
  phase(): SendingPhase;
  /** Must be called at the end. */
  stop(): void;
}

/**
 * Observes all requests of this process with the same method and URL from now on. Should there be two
 * at the same time, the one that got further counts for both.
 */
export function observeSending({
  method,
  url,
}: Pick<HttpRequest, 'method' | 'url'>): ObservedRequest {
  const { href } = new URL(url);
  let phase: SendingPhase = 'unknown';
  const isOurs = (message: unknown): boolean => {
    const sent = requestIn(message);
    return sent?.method === method && sent.href === href;
  };
  const onTaken = (message: unknown): void => {
    if (phase === 'unknown' && isOurs(message)) {
      phase = 'connecting';
    }
  };
  const onSending = (message: unknown): void => {
    if (isOurs(message)) {
      phase = 'sending';
    }
  };
  subscribe(taken, onTaken);
  subscribe(sending, onSending);
  return {
    phase: () => phase,
    stop: () => {
      unsubscribe(taken, onTaken);
      unsubscribe(sending, onSending);
    },
  };
}

const taken = 'undici:request:create';
const sending = 'undici:client:sendHeaders';

function requestIn(
  message: unknown,
): { readonly method: unknown; readonly href: string } | undefined {
  const request = memberOf(message, 'request');
  const [method, origin, path] = ['method', 'origin', 'path'].map((key) => memberOf(request, key));
  if (typeof path !== 'string' || (typeof origin !== 'string' && !(origin instanceof URL))) {
    return undefined;
  }
  const address = `${String(origin).replace(/\/$/, '')}${path}`;
  return URL.canParse(address) ? { method, href: new URL(address).href } : undefined;
}

/** Undici hands over instances of its own classes, so the member may be inherited. */
function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
