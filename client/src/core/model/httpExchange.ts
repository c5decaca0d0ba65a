// The shape of HTTP as the core sees it. No request library appears here: transports translate.
import type { Obstacle } from './obstacle';

/** Methods the product uses: PUT updates, GET reads, POST asks IAM for a token. */
export type HttpMethod = 'GET' | 'PUT' | 'POST';

/** Header names as they are sent (any case) and their values. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** One request, complete: exactly these bytes are signed and sent. */
export interface HttpRequest {
  readonly method: HttpMethod;
  /** Absolute, with path and query already percent-encoded. */
  readonly url: string;
  readonly headers: HttpHeaders;
  /** UTF-8 text; absent when there is no body. */
  readonly body?: string;
}

/** How an exchange ended: an answer of any status, or none. */
export type HttpResult = HttpResponse | HttpFailure;

/** An answer, whatever its status. Redirects arrive here as they are: they are never followed. */
export interface HttpResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: HttpHeaders;
  /** Decoded as UTF-8; bytes that are not UTF-8 appear as U+FFFD and set `notUtf8`. */
  readonly body: string;
  /** The body was longer than the limit and is cut here. */
  readonly truncated: boolean;
  readonly notUtf8: boolean;
  /** What is known beyond the answer itself when it refuses the credentials. */
  readonly refusal?: CredentialsRefusal;
  readonly elapsedMs: number;
}

/** Facts about a 401 that only the sender of the request can find out. */
export interface CredentialsRefusal {
  /** How far this machine's clock is ahead of the sender of the answer; negative: behind. */
  readonly clockAheadMs?: number;
  /** How the gateway read what was signed. */
  readonly reading?: SignatureReading;
}

/** No complete answer arrived. */
export interface HttpFailure {
  readonly kind: 'failure';
  readonly code: HttpFailureCode;
  /**
   * Whether the service may have received the request: `no` when the connection never came about,
   * `perhaps` in every other case.
   */
  readonly delivered: 'no' | 'perhaps';
  /** What the platform called it, for example `ECONNREFUSED`; for the log. */
  readonly detail: string;
  /** Status, when the headers arrived and the body did not. */
  readonly status?: number;
  /** For `no-token` and `target-changed`: why nothing was sent, and whether it may be later. */
  readonly obstacle?: Obstacle;
  readonly elapsedMs: number;
}

/** Every way in which an exchange fails that people can do something about, and the rest. */
export type HttpFailureCode =
  | 'timed-out'
  | 'cancelled'
  | 'host-not-found'
  | 'connection-refused'
  | 'host-unreachable'
  | 'connection-lost'
  | 'certificate-untrusted'
  | 'certificate-expired'
  | 'certificate-wrong-host'
  | 'certificate-check-off'
  | 'tls-failed'
  | 'proxy-authentication'
  | 'proxy-failed'
  | 'proxy-unreachable'
  | 'malformed-response'
  | 'no-token'
  | 'target-changed'
  | 'unknown';

/** `same`: what was signed arrived unchanged, so the secret key is wrong; else the first difference. */
export type SignatureReading = 'same' | SignatureDifference;

/** The first line in which both canonical requests differ. */
export interface SignatureDifference {
  /** For people, for example `the header host`. */
  readonly part: string;
  /** What was signed and what the gateway saw; absent when the line is or contains a secret. */
  readonly values?: { readonly signed: string; readonly received: string };
}
