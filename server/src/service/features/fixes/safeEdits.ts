// Everything in a document that can be mended without asking.
import type { Analysis } from '../../analysis';
import type { Span } from '../../document/span';
import type { Problem } from '../../problem';
import type { Edit } from './fix';
import { fixesFor } from './fixesFor';
import { mendsQuietly } from './promise';

/** The edits of all safe fixes of `problems`, without those that touch one another. */
export function safeEdits(analysis: Analysis, problems: readonly Problem[]): readonly Edit[] {
  const chosen: Edit[] = [];
  for (const problem of problems) {
    const fix = fixesFor(analysis, problem).find((each) => mendsQuietly(analysis, problem, each));
    const isFree = fix?.edits.every(({ span }) =>
      chosen.every((other) => isApart(span, other.span)),
    );
    if (fix !== undefined && isFree === true) chosen.push(...fix.edits);
  }
  return chosen;
}

function isApart(a: Span, b: Span): boolean {
  return a.end < b.start || b.end < a.start;
}
