// Everything in a document that can be mended without asking.
import { ParseBudget, type WorkBudget } from '../../document/work';
import type { Span } from '../../document/span';
import type { Problem } from '../../problem';
import type { Edit } from './fix';
import { safeFixFor } from './fixesFor';
import { mendsQuietly, mendsSilently, promised } from './promise';
import type { DocumentPlace, Mend } from './tryMends';

/**
 * The edits of all safe fixes of `problems`, without those that touch one another. They are tried
 * together; only if something comes to light one by one, because each trial costs an analysis. `budget` is
 * what all documents of a file share.
 */
export function safeEdits(
  place: DocumentPlace,
  problems: readonly Problem[],
  budget: WorkBudget,
): readonly Edit[] {
  const mends = apart(problems.flatMap((problem) => safeMend(place, problem)));
  const { text, work } = place.analysis;
  if (mends.length === 0 || !budget.take(work)) return [];
  if (mendsSilently(place, mends)) return editsOf(mends);
  const own = new ParseBudget(text);
  const single = mends.filter((mend) => own.take() && budget.take(2 * work) && isSafe(place, mend));
  return editsOf(mendsQuietly(place, single) ? single : single.slice(0, 1));
}

function safeMend({ analysis }: DocumentPlace, problem: Problem): readonly Mend[] {
  const fix = safeFixFor(analysis, problem);
  return fix === undefined ? [] : [{ problem, fix }];
}

/** Whether the fix keeps its promise, as a fix that nobody looks at one by one, and no error is new. */
function isSafe(place: DocumentPlace, mend: Mend): boolean {
  return promised(place, mend)?.safe === true && mendsQuietly(place, [mend]);
}

function editsOf(mends: readonly Mend[]): readonly Edit[] {
  return mends.flatMap(({ fix }) => fix.edits);
}

/** Every mend that touches none of those before it. */
function apart(mends: readonly Mend[]): readonly Mend[] {
  const taken: Span[] = [];
  return mends.filter(({ fix }) => {
    const isFree = fix.edits.every(({ span }) => taken.every((other) => isApart(span, other)));
    if (isFree) taken.push(...fix.edits.map(({ span }) => span));
    return isFree;
  });
}

/** What is put in at the edge of another change could come before or behind it. */
function isApart(a: Span, b: Span): boolean {
  const [first, last] = a.start <= b.start ? [a, b] : [b, a];
  const isInsertion = [first, last].some(({ start, end }) => start === end);
  return isInsertion ? first.end < last.start : first.end <= last.start;
}
