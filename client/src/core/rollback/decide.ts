// *Keep Update* and *Roll Back Now*, from any window. Renaming the token of the pending rollback
// decides, so exactly one of two decisions counts.
import type { PendingRollback } from '../journal/pendingRollback';
import {
  decideRollback,
  isAsked,
  isPending,
  listRollbacks,
  readRollback,
  type Decision,
} from '../journal/pendingRollbacks';
import { problem, type Problem } from '../model/problem';
import { refused, type Refused } from '../model/refused';
import { shortText } from '../model/visibleText';
import type { Choice } from '../ports/prompts';
import type { Context } from '../redaction/context';

/** What was decided, or that the user left the list. */
export type Decided =
  | { readonly kind: 'kept' | 'rolling-back'; readonly title: string }
  | { readonly kind: 'left' }
  | Refused;

/** The update stays. Without an identifier it asks which one, when there are several. */
export async function keepUpdate(context: Context, id?: string): Promise<Decided> {
  return decide(context, 'Select an update to keep', id, keep);
}

/** The previous values are sent now, by the window that counts down. */
export async function rollBackNow(context: Context, id?: string): Promise<Decided> {
  return decide(context, 'Select a connection to roll back', id, hurry);
}

type Decide = (context: Context, rollback: PendingRollback, decision: Decision) => Promise<Decided>;

const keep: Decide = async (context, { id, title }, decision) => {
  if (decision !== 'open' && decision !== 'waiting') {
    return refused(rollingBack());
  }
  const decided = await decideRollback(context, id, decision, 'kept');
  switch (decided) {
    case 'decided':
      return { kind: 'kept', title };
    case 'too-late':
      return refused(rollingBack());
    default:
      context.log.warn(`The decision can't be saved: ${decided.detail}`);
      return refused(notSaved());
  }
};

const hurry: Decide = async (context, { id, title }, decision) => {
  const countdown = context.memory.countdowns.get(id);
  if (countdown !== undefined) {
    countdown.isUrgent = true;
  }
  // The window that acts, when it is another one, sees the new name and ends its pause.
  const isHere = isAsked(decision) && countdown?.lease !== undefined;
  const asked = decision === 'asked' ? 'asked-again' : 'asked';
  const decided = isHere ? 'decided' : await decideRollback(context, id, decision, asked);
  switch (decided) {
    case 'decided':
      return { kind: 'rolling-back', title };
    case 'too-late':
      return refused(over());
    default:
      context.log.warn(`The decision can't be saved: ${decided.detail}`);
      return refused(notSaved());
  }
};

async function decide(
  context: Context,
  question: string,
  id: string | undefined,
  carryOut: Decide,
): Promise<Decided> {
  const chosen = id ?? (await choose(context, question));
  if (chosen === undefined) {
    return { kind: 'left' };
  }
  const read = chosen === 'none' ? ({ kind: 'absent' } as const) : await find(context, chosen);
  if (read.kind === 'unreadable') {
    context.log.warn(`The pending rollback can't be read: ${read.detail}`);
    return refused(unreadable());
  }
  return read.kind === 'absent' || !isPending(read.decision)
    ? refused(over())
    : carryOut(context, read.rollback, read.decision);
}

/** A reader that failed once usually works the next time. */
async function find(context: Context, id: string) {
  const read = await readRollback(context, id);
  return read.kind === 'unreadable' ? readRollback(context, id) : read;
}

async function choose(context: Context, question: string): Promise<string | undefined> {
  const listed = await listRollbacks(context);
  const ids =
    listed.kind === 'unreadable'
      ? []
      : [...listed.decisions].filter(([, decision]) => isPending(decision)).map(([id]) => id);
  const [first, ...more] = ids;
  if (first === undefined) {
    return 'none';
  }
  if (more.length === 0) {
    return first;
  }
  const reads = await Promise.all(ids.map((each) => readRollback(context, each)));
  const choices = reads.flatMap((read): Choice<string>[] => {
    if (read.kind !== 'found') {
      return [];
    }
    const { id: value, title, connection } = read.rollback;
    const description = `${shortText(connection.label, 60)}, ${connection.connectionId}`;
    return [{ label: shortText(title, 80), description, value }];
  });
  return context.prompts.pick(question, choices);
}

function over(): Problem {
  return problem(
    'rollback-over',
    'This update was already kept or rolled back.',
    'See the change history for details.',
  );
}

function rollingBack(): Problem {
  return problem(
    'rolling-back',
    'This update is already being rolled back.',
    'Wait until it is finished, then apply the update again if you want it.',
  );
}

function notSaved(): Problem {
  return problem(
    'decision-not-saved',
    "The decision couldn't be saved, so the countdown continues.",
    'Free up disk space and try again.',
    { kind: 'show-log' },
  );
}

function unreadable(): Problem {
  return problem(
    'records-unreadable',
    "The pending rollback can't be read right now, so nothing was decided.",
    'Try again in a moment.',
    { kind: 'show-log' },
  );
}
