// Comments that silence a problem, on one line or in the whole file. A comment is tried before it is
// offered: between quotes it would be a part of the value, which nobody would see before it is sent.
import { reanalyze, type Analysis } from '../../analysis';
import { sameData } from '../../document/sameData';
import { staysOneDocument, type Neighbours } from '../../document/neighbours';
import type { Problem } from '../../problem';
import { canBeSilenced, isAboutComments, silences } from '../../rules/suppressions';
import { applyEdits, type Edit, type Fix } from './fix';
import { placesAbove, placesInFile } from './suppressionPlaces';
import type { DocumentPlace } from './tryMends';

/**
 * Up to two comments: none for problems without whose mend nothing can be sent, and none where there
 * is no line for it that is surely a comment: in front of `---` it would belong to the document above.
 * `budget` says how often that may be tried.
 */
export function suppress(
  { analysis, ...neighbours }: DocumentPlace,
  problem: Problem,
  budget: { take(): boolean },
): readonly Fix[] {
  const { code, span } = problem;
  const own = withOwnSeverity(analysis, problem);
  if (!canBeSilenced(code, own.severity) || isAboutComments(code)) return [];
  // One comment silences all of the kind: none may speak for an error that nobody can silence.
  if (speaksForErrors(analysis, code)) return [];
  const { text } = analysis;
  const isGood = (edit: Edit): boolean =>
    budget.take() && isOnlyComment(analysis, own, edit, neighbours);
  const offer = (title: string, edit: Edit | undefined): readonly Fix[] =>
    edit === undefined ? [] : [{ title, edits: [edit] }];
  const inFile = offer(`Ignore \`${code}\` in this file`, placesInFile(text, code).find(isGood));
  return [
    ...offer(`Ignore \`${code}\` on this line`, placesAbove(text, span, code).find(isGood)),
    ...inFile.map((fix) => ({ ...fix, isForFile: true as const })),
  ];
}

/** Whether a comment for all problems of this code would bring errors to light that nobody can silence. */
export function speaksForErrors({ problems }: Analysis, code: string): boolean {
  return problems.some((each) => each.code === code && (each.speaksFor?.length ?? 0) > 0);
}

/** A comment silences what the checks find, before the settings make it milder or more severe. */
function withOwnSeverity({ problems }: Analysis, problem: Problem): Problem {
  const { code, span } = problem;
  return problems.find((each) => each.code === code && each.span.start === span.start) ?? problem;
}

/** Whether the text says the same with the comment, has the same problems, and silences this one. */
function isOnlyComment(
  analysis: Analysis,
  problem: Problem,
  edit: Edit,
  neighbours: Neighbours,
): boolean {
  const text = applyEdits(analysis.text, [edit]);
  if (!staysOneDocument(text, neighbours)) return false;
  const after = reanalyze(analysis, text);
  return (
    sameData(analysis.root, after.root) &&
    sameProblems(analysis.problems, after.problems, edit) &&
    after.suppressions.some((each) => silences(each, movedBy(edit, problem)))
  );
}

function sameProblems(before: readonly Problem[], after: readonly Problem[], edit: Edit): boolean {
  return (
    before.length === after.length &&
    before.every((problem, index) => {
      const { code, pointer, severity, span } = movedBy(edit, problem);
      const other = after[index];
      return (
        other?.code === code &&
        other.pointer === pointer &&
        other.severity === severity &&
        other.span.start === span.start &&
        other.span.end === span.end
      );
    })
  );
}

/** Where the problem stands once the edit, which only inserts, is made. */
function movedBy({ span: at, text }: Edit, problem: Problem): Problem {
  const { start, end } = problem.span;
  const by = start >= at.start ? text.length : 0;
  return { ...problem, span: { start: start + by, end: end + by } };
}
