// What is kept of one request for completion for the next one, which mostly comes from the same place.
import { PlaceMemo } from './placeMemo';
import { TrialMemo } from './trialMemo';

/** One for each connection. What it keeps never changes an answer. */
export class CompletionMemo {
  readonly places = new PlaceMemo();
  readonly trials = new TrialMemo();
}
