// Everything in a document that can be mended without asking.
import type { Analysis } from '../../analysis';
import { ParseBudget } from '../../document/limits';
import type { Span } from '../../document/span';
import type { Problem } from '../../problem';
import type { Edit } from './fix';
import { safeFixFor } from './fixesFor';
import { mendQuietly, type Mend } from './promise';

/**
 * The edits of all safe fixes of `problems`, without those that touch one another. They are tried
 * together; only if that goes wrong one by one, because each trial costs an analysis.
 */
export function safeEdits(analysis: Analysis, problems: readonly Problem[]): readonly Edit[] {
  const mends = apart(problems.flatMap((problem) => safeMend(analysis, problem)));
  if (mends.length === 0) return [];
  if (mendQuietly(analysis, mends)) return editsOf(mends);
  const budget = new ParseBudget(analysis.text);
  const single = mends.filter((mend) => budget.take() && mendQuietly(analysis, [mend]));
  return editsOf(mendQuietly(analysis, single) ? single : single.slice(0, 1));
}

function safeMend(analysis: Analysis, problem: Problem): readonly Mend[] {
  const fix = safeFixFor(analysis, problem);
  return fix === undefined ? [] : [{ problem, fix }];
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

function isApart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start;
}
