// How applying an update can end.
import type { HttpFailure } from '../httpExchange';
import type { Problem } from '../problem';
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
  readonly verdict: 'accepted' | 'rejected';
  readonly requestId?: string;
  /** What the cloud holds, asked only when the status leaves it open (408 and 5xx). */
  readonly cloud?: CloudState;
}

/** No complete answer: `cloud` says what a GET found afterwards. */
export interface UpdateUnanswered {
  readonly kind: 'unanswered';
  readonly failure: HttpFailure;
  readonly cloud: CloudState;
}
