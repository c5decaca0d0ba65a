// Makes fixes on the text of a document and sees what becomes of it, in its file and as data.
import { reanalyze, type Analysis } from '../../analysis';
import { aliasedValues } from '../../document/aliasedValues';
import { staysOneDocument, type Neighbours } from '../../document/neighbours';
import type { Span } from '../../document/span';
import type { Problem } from '../../problem';
import { reviewSuppressions } from '../../rules/suppressions';
import type { SnapshotDocument } from '../../snapshot';
import { applyEdits, type Edit, type Fix } from './fix';

/** A document and what stands beside it. */
export interface DocumentPlace extends Neighbours {
  readonly analysis: Analysis;
}

/** The document at `index` of a file. */
export function placeOf(documents: readonly SnapshotDocument[], index: number): DocumentPlace {
  const analysis = documents[index]?.analysis;
  if (analysis === undefined) throw new Error('There is no such document.');
  const [above = '', below = ''] = [index - 1, index + 1].map((at) => documents[at]?.segment.text);
  return { analysis, above, below };
}

/** A problem and the way to mend it. */
export interface Mend {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** What fixes do beside mending their problems. */
export interface Outcome {
  /** Problems that were not there before. */
  readonly added: readonly Added[];
  /** What aliases stand for has changed: an anchor stands at what was mended. */
  readonly reachesAliases: boolean;
}

export interface Added {
  readonly problem: Problem;
  /** YAML itself has it. */
  readonly isSyntax: boolean;
  /** It marks text that the fixes wrote. */
  readonly isWritten: boolean;
}

/**
 * Makes all `mends` at once. Nothing comes back when one does not end its problem, when documents of the
 * file run together, or when YAML can read less than before.
 */
export function tryMends(place: DocumentPlace, mends: readonly Mend[]): Outcome | undefined {
  const { analysis } = place;
  const edits = mends.flatMap(({ fix }) => fix.edits);
  const text = applyEdits(analysis.text, edits);
  if (!staysOneDocument(text, place)) return undefined;
  const after = reanalyze(analysis, text);
  const [had, has] = [allProblems(analysis), allProblems(after)];
  const moved = mover(edits);
  if (mends.some(({ problem }) => !isGone(problem, had, has, moved))) return undefined;
  const reliableUntil = moved(analysis.reliableUntil);
  if (after.reliableUntil < reliableUntil) return undefined;
  const mended = mends.map(({ problem }) => problem);
  const left = had.filter((each) => !mended.some(isSame(each)));
  const added = addedProblems(left, has, moved);
  const written = writtenSpans(edits);
  const syntax = new Set(after.syntax);
  if (added.some((each) => syntax.has(each) && each.span.start < reliableUntil)) return undefined;
  return {
    added: added.map((problem) => ({
      problem,
      isSyntax: syntax.has(problem),
      isWritten: written.some((span) => overlaps(span, problem.span)),
    })),
    reachesAliases: reachesAliases(analysis, after, edits, written),
  };
}

/** With what is wrong in comments; whether one is of use is no matter of a single document. */
function allProblems({ problems, suppressions }: Analysis): readonly Problem[] {
  return [...problems, ...reviewSuppressions(suppressions, () => false)];
}

/**
 * Entries of a list move up when one is removed, so counting is the surer of two ways to see it. Errors of
 * syntax have no pointer but a place.
 */
function isGone(
  problem: Problem,
  before: readonly Problem[],
  after: readonly Problem[],
  moved: (offset: number) => number,
): boolean {
  const same = (each: Problem): boolean =>
    each.code === problem.code && subjectOf(each) === subjectOf(problem);
  const start = moved(problem.span.start);
  const isThere = ({ pointer, span }: Problem): boolean =>
    pointer === problem.pointer && (pointer !== '' || span.start === start);
  return (
    after.filter(same).length < before.filter(same).length ||
    !after.some((each) => same(each) && isThere(each))
  );
}

/** What a problem asks for: once it is told, another problem may take its place. */
function subjectOf({ data }: Problem): string | undefined {
  if (data?.kind === 'set-context') return data.key;
  return data?.kind === 'missing-keys' ? data.keys.join() : undefined;
}

/** The settings may have changed the severity of the mended problem: it is found by the rest of it. */
function isSame(problem: Problem): (other: Problem) => boolean {
  const facts = JSON.stringify(problem.data);
  return ({ code, span, pointer, data }) =>
    code === problem.code &&
    span.start === problem.span.start &&
    pointer === problem.pointer &&
    JSON.stringify(data) === facts;
}

/** Those of `after` that are neither at the place of one `before` nor one of as many as there were. */
function addedProblems(
  before: readonly Problem[],
  after: readonly Problem[],
  moved: (offset: number) => number,
): readonly Problem[] {
  const kind = ({ code, severity }: Problem): string => `${severity} ${code}`;
  const place = (each: Problem, start: number): string => `${kind(each)} ${start}`;
  const places = before.map((each) => place(each, moved(each.span.start)));
  const elsewhere = withoutMatches(after, places, (each) => place(each, each.span.start));
  const known = new Set(after.map((each) => place(each, each.span.start)));
  const gone = before.filter((each) => !known.has(place(each, moved(each.span.start))));
  return withoutMatches(elsewhere, gone.map(kind), kind);
}

/** Those of `problems` that are left when each of `names` takes one with that name. */
function withoutMatches(
  problems: readonly Problem[],
  names: readonly string[],
  nameOf: (problem: Problem) => string,
): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return problems.filter((each) => {
    const name = nameOf(each);
    const count = counts.get(name) ?? 0;
    counts.set(name, count - 1);
    return count <= 0;
  });
}

/** Where an offset is once the edits are made; what they replace is at their start. */
function mover(edits: readonly Edit[]): (offset: number) => number {
  return (offset) =>
    edits.reduce((sum, { span, text }) => {
      if (span.end <= offset) return sum + text.length - (span.end - span.start);
      return span.start < offset ? sum - (offset - span.start) : sum;
    }, offset);
}

/** Where the texts of the edits stand once they are made. */
function writtenSpans(edits: readonly Edit[]): readonly Span[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  let by = 0;
  return sorted.map(({ span, text }) => {
    const start = span.start + by;
    by += text.length - (span.end - span.start);
    return { start, end: start + text.length };
  });
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether aliases that stay say something else; one that is removed or moved as a whole does not. */
function reachesAliases(
  before: Analysis,
  after: Analysis,
  edits: readonly Edit[],
  written: readonly Span[],
): boolean {
  const removed = edits.map(({ span }) => span);
  return contentOf(before, removed) !== contentOf(after, written);
}

function contentOf({ root, text }: Analysis, except: readonly Span[]): string {
  if (root === undefined || !text.includes('*')) return '';
  return aliasedValues(root)
    .filter(({ span }) => !except.some((each) => overlaps(each, span)))
    .map(({ content }) => content)
    .sort()
    .join('\n');
}
