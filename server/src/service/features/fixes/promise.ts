// What a fix promises: its problem is gone afterwards, and no error is new. It is tried before the fix
// is offered, because the text around the problem can hold anything.
import { analyze, type Analysis } from '../../analysis';
import type { Problem } from '../../problem';
import { applyEdits, type Fix } from './fix';

/** Whether `fix` does what it promises in this document. */
export function keepsPromise(analysis: Analysis, problem: Problem, fix: Fix): boolean {
  const after = analyze(applyEdits(analysis.text, fix.edits)).problems;
  if (!isGone(problem, analysis.problems, after)) return false;
  return fix.reveals === true
    ? after.every(({ code }) => code !== 'yaml/syntax')
    : errorsIn(after) <= errorsIn(analysis.problems) - errorsIn([problem]);
}

/** Whether nobody is told of anything but the problem's end: what may be done without asking. */
export function mendsQuietly(analysis: Analysis, problem: Problem, fix: Fix): boolean {
  return fix.safe === true && keepsPromise(analysis, problem, withoutExcuse(fix));
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

function errorsIn(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function withoutExcuse({ title, edits }: Fix): Fix {
  return { title, edits };
}
