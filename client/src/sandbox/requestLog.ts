// What has been asked of the sandbox. Entries never hold a pre-shared key, password or token.
import type { AuthenticatedBy } from './auth/authenticate';

/** One request. It is listed as soon as it has arrived, and completed when it has been dealt with. */
export interface LoggedRequest {
  readonly requestId: string;
  /** ISO 8601, by the sandbox's clock. */
  readonly receivedAt: string;
  readonly method: string;
  /** Path and query; the values of unknown query parameters are masked. */
  readonly path: string;
  readonly authenticated: AuthenticatedBy | 'password' | 'none' | 'refused';
  /** The body in redacted form; absent when there was none. */
  readonly body?: unknown;
  /** Kind of the misbehaviour that was applied. */
  readonly misbehaviour?: string;
  /** `cut`: the sandbox broke the connection; `client-left`: the client did. */
  readonly outcome: 'answering' | 'answered' | 'cut' | 'client-left';
  /** Absent while the answer is under way, and when no status was sent. */
  readonly status?: number;
  /** Milliseconds of real time from the request's arrival to the end of the answer. */
  readonly ms?: number;
}

const kept = 1000;

/** The last thousand requests, oldest first. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];
  readonly #onRequest: (entry: LoggedRequest) => void;

  /** `onRequest` hears of every request when it is over. */
  constructor(onRequest: (entry: LoggedRequest) => void) {
    this.#onRequest = onRequest;
  }

  get entries(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  begin(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > kept) this.#entries.shift();
  }

  /** Replaces the entry with the same request id; one that has been dropped stays dropped. */
  complete(entry: LoggedRequest): void {
    const index = this.#entries.findIndex((each) => each.requestId === entry.requestId);
    if (index >= 0) this.#entries[index] = entry;
    this.#onRequest(entry);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
