// How applying an update can end, for the caller of the command.
import type { HttpFailure } from '../model/httpExchange';
import type { Refused } from '../model/refused';
import type { Explanation } from '../cloud/errors/explainResponse';
import type { CloudState } from './cloudState';

/** The end of *Apply Update*. In the first two cases nothing was sent. */
export type SendUpdateOutcome =
  Refused | { readonly kind: 'declined' } | UpdateAnswered | UpdateUnanswered;

/** The service answered; the answer has been shown whatever its status. */
export interface UpdateAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** `unclear`: the answer leaves open whether the update was applied; then the cloud was read. */
  readonly verdict: 'accepted' | 'rejected' | 'unclear';
  readonly requestId?: string;
  /** Present when `verdict` is `unclear`. */
  readonly cloud?: CloudState;
  /** Present when the answer isn't a success; its message is redacted. */
  readonly explanation?: Explanation;
}

/** No complete response: `cloud` is what a GET found afterwards. */
export interface UpdateUnanswered {
  readonly kind: 'unanswered';
  readonly failure: HttpFailure;
  readonly cloud: CloudState;
}
