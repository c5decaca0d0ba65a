// From what the platform threw to what the core knows: one code for each thing people can act on, and
// whether the service can have received the request.
import type { HttpFailureCode } from '../core/model/httpExchange';
import type { SendingPhase } from './sendingPhase';

/** What went wrong, and whether the service can have received the request. */
export interface ClassifiedFailure {
  readonly code: HttpFailureCode;
  readonly delivered: 'no' | 'perhaps';
  /** The platform's codes and words, for the log. */
  readonly detail: string;
}

/** The codes of Node, of undici and of Chromium (without `net::`). */
const codes: readonly (readonly [HttpFailureCode, RegExp])[] = [
  ['host-not-found', /^(?:ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED)$/],
  ['connection-refused', /^(?:ECONNREFUSED|ERR_CONNECTION_REFUSED)$/],
  [
    'host-unreachable',
    /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)$/,
  ],
  ['certificate-expired', /^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID)$/],
  ['certificate-wrong-host', /^(?:ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID)$/],
  [
    'certificate-untrusted',
    /^(?:UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_\w+|INVALID_CA|ERR_CERT_\w+)$/,
  ],
  ['tls-failed', /^(?:ERR_SSL_\w+|ERR_TLS_\w+|EPROTO)$/],
  ['proxy-failed', /^(?:ERR_PROXY_\w+|ERR_TUNNEL_\w+|UND_ERR_PRX_TLS)$/],
  [
    'timed-out',
    /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT)$/,
  ],
  [
    'connection-lost',
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH)$/,
  ],
  [
    'malformed-response',
    /^(?:HPE_\w+|UND_ERR_RESPONSE\w*|Z_\w+|ERR__ERROR_\w+|ERR_INVALID_HTTP_RESPONSE)$/,
  ],
];

/** Failures of making a connection, which a connection that exists can report as well. */
const ofConnecting: ReadonlySet<HttpFailureCode> = new Set(['host-unreachable', 'tls-failed']);

/**
 * Classifies an error of `fetch`. Its own message says nothing; the reason is in the chain of its
 * causes, as a code, and for proxies in the message only. Only the phase decides whether the request
 * can have been delivered: the same codes come from connecting and from a connection in use.
 */
export function failureOf(error: unknown, phase: SendingPhase): ClassifiedFailure {
  const chain = causes(error);
  const found = codeFor(chain);
  const code = phase === 'sending' && ofConnecting.has(found) ? 'connection-lost' : found;
  const isBefore = phase === 'connecting' || (phase === 'unknown' && failedConnecting(chain));
  const hidden = isHiddenAnswer(chain) ? ['407, hidden by the platform'] : [];
  const detail = [
    ...chain.flatMap((each) => codeOf(each) ?? []),
    ...chain.map(messageOf),
    ...hidden,
  ];
  return { code, delivered: isBefore ? 'no' : 'perhaps', detail: detail.join('; ') };
}

function codeFor(chain: readonly object[]): HttpFailureCode {
  const proxy = chain.map(proxyFailure).find((code) => code !== undefined);
  const known = chain
    .map(codeOf)
    .map((code) => codes.find(([, pattern]) => code !== undefined && pattern.test(code))?.[0])
    .find((code) => code !== undefined);
  return proxy ?? known ?? (isHiddenAnswer(chain) ? 'proxy-authentication' : 'unknown');
}

/**
 * For clients that don't report the phase: whether the error can come from nothing but connecting. Of
 * several attempts (one per address), each has to be of that kind.
 */
function failedConnecting(chain: readonly object[]): boolean {
  const reasons = chain.filter(
    (each) => codeOf(each) !== undefined && !(each instanceof AggregateError),
  );
  return (
    reasons.length > 0 &&
    reasons.every((each) => {
      const syscall = 'syscall' in each ? each.syscall : undefined;
      return (
        syscall === 'connect' || syscall === 'getaddrinfo' || connecting.test(codeOf(each) ?? '')
      );
    })
  );
}

/** Raised by the connect or the handshake alone. Of Chromium only what can't be anything else. */
const connecting =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_NAME_NOT_RESOLVED|ERR_CONNECTION_REFUSED|ERR_PROXY_CONNECTION_FAILED|ERR_TLS_CERT_ALTNAME_INVALID|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_\w+|INVALID_CA)$/;

/**
 * An answer with 407 is kept back by `fetch`, which then fails without a code or a word; nothing else
 * does. Source: Fetch standard, "HTTP-network-or-cache fetch".
 */
function isHiddenAnswer(chain: readonly object[]): boolean {
  const [failed, cause] = chain;
  return (
    chain.length === 2 &&
    failed instanceof TypeError &&
    cause instanceof Error &&
    cause.message === '' &&
    codeOf(cause) === undefined
  );
}

/** A proxy refuses a tunnel with a status that only the message repeats; the editor spells it its way. */
function proxyFailure(error: object): HttpFailureCode | undefined {
  const message = messageOf(error);
  const [, status] = /^Proxy response \((\d{3})\) \S+ 200 when HTTP Tunneling$/.exec(message) ?? [];
  if (status !== undefined) {
    return status === '407' ? 'proxy-authentication' : 'proxy-failed';
  }
  return /^Proxy connection ended before receiving CONNECT response$/.test(message)
    ? 'proxy-failed'
    : undefined;
}

/** The error, its causes, and of several attempts (one per address) the errors of each. */
function causes(error: unknown): readonly object[] {
  const chain: object[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && chain.length < 20) {
    const next = waiting.shift();
    if (typeof next === 'object' && next !== null && !chain.includes(next)) {
      chain.push(next);
      waiting.push('cause' in next ? next.cause : undefined);
      const attempts: readonly unknown[] = next instanceof AggregateError ? next.errors : [];
      waiting.push(...attempts);
    }
  }
  return chain;
}

/** `ECONNREFUSED`, also from the editor's network stack, which writes `net::ERR_…` messages. */
function codeOf(error: object): string | undefined {
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return /^net::(ERR_\w+)/.exec(messageOf(error))?.[1];
}

function messageOf(error: object): string {
  return error instanceof Error ? error.message : '';
}
