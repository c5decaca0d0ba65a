// How applying an update can end.
import type { HttpFailure } from '../model/httpExchange';
import type { Refused } from '../model/refused';
import type { Explanation } from '../cloud/errors/explainResponse';
import type { CloudState } from './reconcile';

/** The end of *Apply Update*. In the first two cases nothing was sent. */
export type SendUpdateOutcome =
  Refused | { readonly kind: 'declined' } | UpdateAnswered | UpdateUnanswered;

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

/** Whether the cloud holds what was sent: it said so, or it was found there afterwards. */
export function isApplied(outcome: SendUpdateOutcome): boolean {
  switch (outcome.kind) {
    case 'answered':
      return outcome.verdict === 'accepted' || outcome.cloud?.kind === 'applied';
    case 'unanswered':
      return outcome.cloud.kind === 'applied';
    case 'refused':
    case 'declined':
      return false;
  }
}
