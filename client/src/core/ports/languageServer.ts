// The port of the language server: what commands request of it about documents and connections.
import type {
  Notifications,
  RequestParams,
  RequestResult,
  Requests,
} from '../../../../server/src/protocol/methods';
import type { Unavailable } from './unavailable';

/** The language server. */
export interface LanguageServer {
  /** `unavailable` when it isn't running or didn't answer; `detail` goes to the log. */
  request<M extends keyof Requests>(
    method: M,
    params: RequestParams<M>,
  ): Promise<RequestResult<M> | Unavailable>;
  /** Never fails: a notification that is lost costs more precise checks. */
  notify<M extends keyof Notifications>(method: M, params: Notifications[M]): void;
}
