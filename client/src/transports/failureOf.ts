// From what the platform threw to what the core knows: one code per thing people can act on.
import type { HttpFailureCode } from '../core/model/httpExchange';

/** What went wrong, and whether the request can have reached the service. */
export interface ClassifiedFailure {
  readonly code: HttpFailureCode;
  readonly delivered: 'no' | 'perhaps';
  /** The platform's code and words, for the log. */
  readonly detail: string;
}

/** Platform codes by failure. All of `beforeSending` occur before a request is written. */
const beforeSending: readonly (readonly [HttpFailureCode, RegExp])[] = [
  ['host-not-found', /^(?:ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED)$/],
  ['connection-refused', /^(?:ECONNREFUSED|ERR_CONNECTION_REFUSED)$/],
  [
    'host-unreachable',
    /^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)$/,
  ],
  ['timed-out', /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_CONNECTION_TIMED_OUT)$/],
  ['certificate-expired', /^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID)$/],
  ['certificate-wrong-host', /^(?:ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID)$/],
  [
    'certificate-untrusted',
    /^(?:UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_\w+|INVALID_CA|ERR_CERT_\w+)$/,
  ],
  ['tls-failed', /^(?:ERR_SSL_\w+|ERR_TLS_\w+|EPROTO)$/],
  ['proxy-failed', /^(?:ERR_PROXY_\w+|ERR_TUNNEL_\w+|UND_ERR_PRX_TLS)$/],
];

const whileSending: readonly (readonly [HttpFailureCode, RegExp])[] = [
  ['timed-out', /^(?:ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ERR_TIMED_OUT)$/],
  [
    'connection-lost',
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED|UND_ERR_DESTROYED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH)$/,
  ],
  [
    'malformed-response',
    /^(?:HPE_\w+|UND_ERR_RESPONSE\w*|Z_\w+|ERR__ERROR_\w+|ERR_INVALID_HTTP_RESPONSE)$/,
  ],
];

/**
 * Classifies an error of `fetch`. Its own message says nothing; the reason is in the chain of its
 * causes, as a code, and for proxies in the message only.
 */
export function failureOf(error: unknown): ClassifiedFailure {
  const chain = causes(error);
  const codes = chain.map(codeOf).filter((code) => code !== undefined);
  const detail = [...codes, ...chain.map(messageOf)].join('; ');
  const proxy = proxyFailure(detail);
  if (proxy !== undefined) {
    return { code: proxy, delivered: 'no', detail };
  }
  for (const code of codes) {
    const before = beforeSending.find(([, pattern]) => pattern.test(code));
    if (before !== undefined) {
      return { code: before[0], delivered: 'no', detail };
    }
    const during = whileSending.find(([, pattern]) => pattern.test(code));
    if (during !== undefined) {
      return { code: during[0], delivered: 'perhaps', detail };
    }
  }
  return isHiddenAnswer(chain)
    ? { code: 'proxy-authentication', delivered: 'perhaps', detail: '407, hidden by the platform' }
    : { code: 'unknown', delivered: 'perhaps', detail };
}

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

/** A proxy refuses a tunnel with a status that only the message repeats. */
function proxyFailure(detail: string): HttpFailureCode | undefined {
  if (/proxy/i.test(detail) && /\b407\b/.test(detail)) {
    return 'proxy-authentication';
  }
  return /proxy response|proxy connection|tunnel/i.test(detail) ? 'proxy-failed' : undefined;
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
  return /net::(ERR_\w+)/.exec(messageOf(error))?.[1];
}

function messageOf(error: object): string {
  return error instanceof Error ? error.message : '';
}
