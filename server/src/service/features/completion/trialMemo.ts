// The trials of the place that completion was asked for last. While somebody types a word there, the
// rest of the document stays as it is, and so does what the rules say to each proposal.
import { sameReading } from '../../document/sameData';
import type { DataNode } from '../../document/node';
import type { LiveFacts } from '../../rules/connectionFacts';
import { Trial, type TrialPlace } from './trial';

/** Keeps one trial; another place or another document takes its room. */
export class TrialMemo {
  #last: Kept | undefined;

  /** The trial for `place` in the document `cleared`, which is the one of before if nothing is different. */
  of(place: TrialPlace, cleared: DataNode, live: LiveFacts | undefined): Trial {
    const last = this.#last;
    if (
      last !== undefined &&
      last.live === live &&
      samePlace(last.place, place) &&
      sameReading(last.cleared, cleared)
    )
      return last.trial;
    // The rest of a place holds the text and its tree, which nobody needs any longer.
    const { role, pointer, follows } = place;
    const kept = { role, pointer, follows };
    const trial = new Trial(kept, cleared, live);
    this.#last = { place: kept, cleared, live, trial };
    return trial;
  }
}

interface Kept {
  readonly place: TrialPlace;
  readonly cleared: DataNode;
  readonly live: LiveFacts | undefined;
  readonly trial: Trial;
}

function samePlace(a: TrialPlace, b: TrialPlace): boolean {
  return a.role === b.role && a.pointer === b.pointer && a.follows === b.follows;
}
