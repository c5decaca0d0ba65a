// The two buttons of a countdown, and what they say afterwards.
import type { DoneOutcome } from '../model/outcomes';
import { shortText } from '../model/visibleText';
import type { Decision } from '../ports/lastingPorts';
import { reportDone, reportProblem } from '../ports/report';
import type { Context } from '../redaction/context';
import { keepUpdate, rollBackNow, type Decided } from './decide';

/** What the user can decide about one pending rollback. */
export function decisionsOf(context: Context, id: string): readonly Decision[] {
  return [
    {
      label: 'Keep Update',
      decide: async () => showDecided(context, await keepUpdate(context, id)),
    },
    {
      label: 'Roll Back Now',
      decide: async () => showDecided(context, await rollBackNow(context, id)),
    },
  ];
}

/** Shows what was decided, and returns it for whoever ran the command. */
export function showDecided({ presenter }: Context, decided: Decided): DoneOutcome {
  switch (decided.kind) {
    case 'refused':
      reportProblem(presenter, decided.problem);
      return decided;
    case 'left':
      return decided;
    case 'kept':
      reportDone(presenter, `The update to ${shortText(decided.title, 80)} is kept.`);
      return { kind: 'done' };
    case 'rolling-back':
      reportDone(presenter, `Rolling back ${shortText(decided.title, 80)}.`);
      return { kind: 'done' };
  }
}
