// What a fix promises: its problem is gone afterwards, and no error is new. It is tried before the fix
// is offered, because the text around the problem can hold anything.
import { reanalyze, type Analysis } from '../../analysis';
import type { Problem } from '../../problem';
import { applyEdits, type Fix } from './fix';

/** A problem and the way to mend it. */
export interface Mend {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** Whether `fix` does what it promises in this document. */
export function keepsPromise(analysis: Analysis, { problem, fix }: Mend): boolean {
  if (fix.reveals !== true) return mendQuietly(analysis, [{ problem, fix }]);
  const after = reanalyze(analysis, applyEdits(analysis.text, fix.edits)).problems;
  const isBroken = after.some(({ code }) => code === 'yaml/syntax');
  return !isBroken && isGone(problem, analysis.problems, after);
}

/** Whether all `mends` made at once end their problems and bring no error to light. */
export function mendQuietly(analysis: Analysis, mends: readonly Mend[]): boolean {
  const edits = mends.flatMap(({ fix }) => fix.edits);
  const before = analysis.problems;
  const after = reanalyze(analysis, applyEdits(analysis.text, edits)).problems;
  const mended = mends.map(({ problem }) => problem);
  return (
    mended.every((problem) => isGone(problem, before, after)) &&
    errorsIn(after) <= errorsIn(before.filter((each) => !mended.some(isSame(each))))
  );
}

/** Entries of a list move up when one is removed, so counting is the surer of two ways to see it. */
function isGone(problem: Problem, before: readonly Problem[], after: readonly Problem[]): boolean {
  const same = (each: Problem): boolean =>
    each.code === problem.code && askedFact(each) === askedFact(problem);
  return (
    after.filter(same).length < before.filter(same).length ||
    !after.some((each) => same(each) && each.pointer === problem.pointer)
  );
}

/** What a problem wants to know: once it is told, another problem may take its place. */
function askedFact({ data }: Problem): string | undefined {
  return data?.kind === 'set-context' ? data.key : undefined;
}

/** The settings may have changed the severity of the mended problem: it is found by its place. */
function isSame(problem: Problem): (other: Problem) => boolean {
  return ({ code, span }) => code === problem.code && span.start === problem.span.start;
}

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}
