// The trial of the place that completion was asked for last. While somebody types a word there, the
// rest of the document stays as it is, and so does what the rules say to each proposal.
import type { DataNode } from '../../document/node';
import type { LiveFacts } from '../../rules/connectionFacts';
import { Trial, type TrialPlace } from './trial';

/** Keeps one trial; another place or another document takes its room. */
export class TrialMemo {
  #last: Trial | undefined;

  /** The trial for `place` in the document `cleared`, which is the one of before if nothing is different. */
  of(place: TrialPlace, cleared: DataNode, live: LiveFacts | undefined): Trial {
    if (this.#last?.isFor(place, cleared, live) !== true)
      this.#last = new Trial(place, cleared, live);
    return this.#last;
  }
}
