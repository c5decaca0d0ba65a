// Makes the rest of a broken document readable, so that a mistake in one line does not take the help
// away from the others. Works on rows: each round parses, finds the row that the first error comes
// from, and takes that row out or closes what it left open.
import { isScalar, type Document, type Node, type YAMLError } from 'yaml';
import { appendToRow, type CursorText } from './cursorText';
import { culpritOf } from './displacedLine';
import type { ParseBudget } from './limits';
import { parseYaml } from './parseYaml';
import { findUnclosed } from './unclosed';
import { findUnfinishedWord } from './unfinishedLine';

/** Mistakes that are worked around before the document counts as unreadable. */
const maxRounds = 8;

/**
 * `text` without its mistakes outside the cursor's row, and with what that row left open closed in
 * `tail`. Nothing when there is no mistake, too many, or too much to parse.
 */
export function repairRows(text: CursorText, budget: ParseBudget): CursorText | undefined {
  let draft: Draft = { rows: text.rows, row: text.row, tail: text.tail, withoutRow: false };
  for (let round = 0; round < maxRounds && budget.take(); round++) {
    const source = sourceOf(draft);
    const tree = parseYaml(source);
    const error = tree.errors[0];
    if (error === undefined) {
      return round === 0
        ? undefined
        : { ...text, rows: draft.rows, tail: draft.withoutRow ? '' : draft.tail };
    }
    const mended = mend(draft, { source, tree, error }, text.column);
    if (mended === undefined) return undefined;
    draft = mended;
  }
  return undefined;
}

interface Draft extends Pick<CursorText, 'rows' | 'row' | 'tail'> {
  /** The cursor's row is a mistake by itself and is left out while the others are looked at. */
  readonly withoutRow: boolean;
}

interface Mistake {
  readonly source: string;
  readonly tree: Document.Parsed;
  readonly error: YAMLError;
}

function sourceOf({ rows, row, tail, withoutRow }: Draft): string {
  return rows
    .map((each, index) => {
      if (index !== row) return each;
      return withoutRow ? '' : appendToRow(each, tail);
    })
    .join('\n');
}

/** The draft with one mistake less, if it is a kind of mistake that can be worked around. */
function mend(draft: Draft, mistake: Mistake, column: number): Draft | undefined {
  const { source, tree, error } = mistake;
  const word = findUnfinishedWord(source, error);
  if (word !== undefined) return withoutLine(draft, rowOf(source, word.start), column);
  const open = findUnclosed(tree, source, error.pos[0]);
  if (open === undefined)
    return withoutLine(draft, contentRow(source, culpritOf(tree, error)), column);
  return isScalar(open)
    ? closeQuote(draft, source, startOf(open))
    : closeBracket(draft, mistake, startOf(open), column);
}

/**
 * Takes one row out: as a comment, or altogether when it is the cursor's. A row that the cursor is
 * nested in cannot be taken out: the cursor would seem to stand somewhere else.
 */
function withoutLine(draft: Draft, row: number, column: number): Draft | undefined {
  if (row === draft.row) return draft.withoutRow ? undefined : { ...draft, withoutRow: true };
  const line = draft.rows[row] ?? '';
  const indent = indentOf(line);
  if (!isFilled(line) || line[indent] === '#' || holdsCursor(draft, row, column)) return undefined;
  return replaceRow(draft, row, `${line.slice(0, indent)}#${line.slice(indent + 1)}`);
}

function holdsCursor({ rows, row }: Draft, candidate: number, column: number): boolean {
  const indent = indentOf(rows[candidate] ?? '');
  const own = rows[row] ?? '';
  const between = rows.slice(candidate + 1, row).filter(isFilled);
  return (
    candidate < row &&
    Math.min(column, isFilled(own) ? indentOf(own) : column) > indent &&
    between.every((line) => indentOf(line) > indent)
  );
}

/** An unclosed quote ends at the end of its line; in other lines the text does not matter. */
function closeQuote(draft: Draft, source: string, start: number): Draft | undefined {
  const row = rowOf(source, start);
  const quote = source[start] ?? '';
  if (row === draft.row) {
    if (draft.withoutRow) return undefined;
    return draft.tail === '' ? { ...draft, tail: quote } : { ...draft, withoutRow: true };
  }
  return coverRow(draft, source, start);
}

/** Makes what begins at `start` a word without meaning, to the end of its line. */
function coverRow(draft: Draft, source: string, start: number): Draft {
  const row = rowOf(source, start);
  const line = draft.rows[row] ?? '';
  const from = start - (source.lastIndexOf('\n', start - 1) + 1);
  return replaceRow(draft, row, line.slice(0, from) + line.slice(from).replace(/[^\r]/g, '_'));
}

/**
 * An unclosed bracket ends behind the last line that is indented deeper than the line it was opened
 * on. When the cursor stands among these lines, it ends behind the cursor.
 */
function closeBracket(
  draft: Draft,
  { source, error }: Mistake,
  start: number,
  column: number,
): Draft | undefined {
  const closer = source[start] === '{' ? '}' : ']';
  const first = rowOf(source, start);
  const errorRow = error.pos[0] >= source.length ? draft.rows.length : rowOf(source, error.pos[0]);
  // The wrong bracket on the same line: closing it behind that would not help.
  if (errorRow === first && /^[^\r\n]*\S/.test(source.slice(error.pos[0])))
    return first === draft.row ? withoutLine(draft, first, column) : coverRow(draft, source, start);
  const depth = indentOf(draft.rows[first] ?? '');
  const isInside = (row: number): boolean => {
    const line = draft.rows[row] ?? '';
    const indent = row === draft.row && line.trim() === '' ? column : indentOf(line);
    return indent > depth;
  };
  const inner = range(first + 1, Math.max(errorRow, draft.row + 1));
  const outside = inner.find(
    (row) => (row === draft.row || isFilled(draft.rows[row])) && !isInside(row),
  );
  const end = outside ?? errorRow;
  if (first <= draft.row && draft.row < Math.max(end, first + 1) && !draft.withoutRow)
    return { ...draft, tail: draft.tail + closer };
  const last = range(first, Math.max(end, first + 1)).findLast((row) => isFilled(draft.rows[row]));
  if (last === undefined) return undefined;
  return replaceRow(draft, last, appendToRow(draft.rows[last] ?? '', closer));
}

function replaceRow(draft: Draft, row: number, line: string): Draft {
  return { ...draft, rows: draft.rows.map((each, index) => (index === row ? line : each)) };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function rowOf(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length - 1;
}

/** The row of `offset`, or the nearest one above it that has content. */
function contentRow(source: string, offset: number): number {
  return rowOf(source, Math.min(offset, source.trimEnd().length));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function isFilled(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '';
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
}
