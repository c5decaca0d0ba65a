// *Keep Update* and *Restore Now*: the user's word on an open confirmation window, from whichever window
// of the editor.
import type { Context } from '../redaction/context';
import type { DoneOutcome } from '../model/outcomes';
import type { Choice } from '../ports/ports';
import type { Problem } from '../model/problem';
import { reportDone, reportProblem } from '../ports/report';
import { shortText } from '../model/visibleText';
import type { ArmedWindow, WindowState } from '../journal/armedWindow';
import { beingRestored, undecided, windowOver } from '../apply/windowProblems';
import { leaseOfWindow, listWindows, readWindow, writeWindow } from '../journal/windowRecords';

/** The update stays. Without an ID it asks which, when there are several. */
export async function keepUpdate(context: Context, id?: string): Promise<DoneOutcome> {
  return decide(context, 'Keep which update?', id, () => ({ kind: 'kept' }), keptText);
}

/** The previous values are sent now, and not at the end. */
export async function restoreNow(context: Context, id?: string): Promise<DoneOutcome> {
  const restoring = (): WindowState => ({
    kind: 'restoring',
    cause: 'asked',
    failures: 0,
    nextAt: context.clock.now(),
  });
  return decide(context, 'Restore which connection?', id, restoring, restoringText);
}

async function decide(
  context: Context,
  question: string,
  id: string | undefined,
  state: () => WindowState,
  text: (title: string) => string,
): Promise<DoneOutcome> {
  const chosen = id ?? (await choose(context, question));
  if (chosen === undefined) {
    return { kind: 'left' };
  }
  const decided = chosen === 'none' ? windowOver() : await change(context, chosen, state);
  if ('code' in decided) {
    reportProblem(context.presenter, decided);
    return { kind: 'refused', problem: decided };
  }
  reportDone(context.presenter, text(shortText(decided.title, 80)));
  return { kind: 'done' };
}

async function choose(context: Context, question: string): Promise<string | undefined> {
  const windows = (await listWindows(context)).filter(({ state }) => state.kind !== 'kept');
  const [first, ...more] = windows;
  if (first === undefined) {
    return 'none';
  }
  const choices = windows.map(({ id, title, connection }): Choice<string> => {
    const description = `${shortText(connection.label, 60)}, ${connection.connectionId}`;
    return { label: shortText(title, 80), description, value: id };
  });
  return more.length === 0 ? first.id : context.prompts.pick(question, choices);
}

/** Time enough to write a file, and short enough to be no obstacle when this window ends meanwhile. */
const decisionMs = 5000;

async function change(
  context: Context,
  id: string,
  state: () => WindowState,
): Promise<ArmedWindow | Problem> {
  const lease = await leaseOfWindow(context, id, decisionMs);
  if (lease.kind === 'taken') {
    return beingRestored();
  }
  try {
    const window = await readWindow(context, id);
    if (window === undefined || window.state.kind === 'kept') {
      return windowOver();
    }
    const decided = { ...window, state: state() };
    return (await writeWindow(context, decided)) ? decided : undecided();
  } finally {
    if (lease.kind === 'held') {
      await lease.release();
    }
  }
}

function keptText(title: string): string {
  return `The update of ${title} is kept.`;
}

function restoringText(title: string): string {
  return `${title} goes back to its previous values now.`;
}
