// How applying an update can end.
import type { HttpFailure } from '../httpExchange';
import type { Problem } from '../problem';
import type { Explanation } from '../response/explainResponse';
import type { CloudState } from './reconcile';

/** The end of *Apply Update*. In the first two cases nothing was sent. */
export type SendUpdateOutcome =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'declined' }
  | UpdateAnswered
  | UpdateUnanswered;

/** The service answered; the answer has been shown whatever its status. */
export interface UpdateAnswered {
  readonly kind: 'answered';
  readonly status: number;
  /** `unclear`: the status leaves open whether the update took; then the cloud was asked. */
  readonly verdict: 'accepted' | 'rejected' | 'unclear';
  readonly requestId?: string;
  /** Present when `verdict` is `unclear`. */
  readonly cloud?: CloudState;
  /** Present when the answer is no success; its message is redacted. */
  readonly explanation?: Explanation;
}

/** No complete answer: `cloud` says what a GET found afterwards. */
export interface UpdateUnanswered {
  readonly kind: 'unanswered';
  readonly failure: HttpFailure;
  readonly cloud: CloudState;
}
