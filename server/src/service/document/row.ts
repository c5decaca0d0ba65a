// The lines of a text by their look, without a parser: dashes, keys and texts with their columns. A
// parser reads a broken text from above and loses its way at the first mistake; people see what each
// line was meant to be, because of where it begins.
import { Lookahead, readEnding, type Beginning, type Unclosed } from './rowEnding';
import { findColon, isNothing, lineSpans, plainEnd, skipBlanks, skipMarks } from './rowText';
import type { Span } from './span';

/** What begins in a column of a row. `mark`: a tag or an anchor without anything behind it. */
export interface Level {
  readonly kind: 'dash' | 'key' | 'text' | 'mark';
  readonly column: number;
  /** Where it stands, in the text. */
  readonly span: Span;
}

/** A line with content, and the lines in which its value goes on. */
export interface Row {
  /** From the start of its line to the end of its last one. */
  readonly lines: Span;
  /** From left to right: dashes, and behind them a key, a text or a mark. */
  readonly levels: readonly [Level, ...Level[]];
  /** What stands behind the last dash or key. A plain text may go on in the next line. */
  readonly value: 'none' | 'plain' | 'whole';
  /** The value from its first to its last character. */
  readonly valueSpan: Span;
  /** A comment stands between it and the row above: a text above does not go on here. */
  readonly isBehindComment: boolean;
  /** Quotes and brackets in the value that are not closed. */
  readonly unclosed: readonly Unclosed[];
}

/** The rows of `text`: no comments, no block texts, no lines that separate documents. */
export function readRows(text: string): readonly Row[] {
  const lines = lineSpans(text);
  const lookahead = new Lookahead(text);
  const rows: Row[] = [];
  for (let index = 0; index < lines.length;) {
    const read = readRow(text, { lines, index, lookahead });
    const between = text.slice(rows.at(-1)?.lines.end ?? 0, lines[index]?.start);
    if (read !== undefined) rows.push({ ...read.row, isBehindComment: between.includes('#') });
    index = read?.next ?? index + 1;
  }
  return rows;
}

/** The row with something else in place of its last level, or without it. */
export function changeLast(row: Row, last: readonly Level[], value: Row['value']): Row {
  const [first, ...others] = [...row.levels.slice(0, -1), ...last];
  return first === undefined ? row : { ...row, levels: [first, ...others], value };
}

interface ReadRow {
  readonly row: Omit<Row, 'isBehindComment'>;
  /** The first line behind it. */
  readonly next: number;
}

function readRow(
  text: string,
  { lines, index, lookahead }: Pick<Beginning, 'lines' | 'index' | 'lookahead'>,
): ReadRow | undefined {
  const line = lines[index];
  // Tabs as indentation have no column.
  if (line === undefined || !/^ *[^\s#]/.test(text.slice(line.start, line.end))) return undefined;
  if (/^(?:---|\.\.\.)(?:\s|$)|^%/.test(text.slice(line.start, line.end))) return undefined;
  const { levels, at } = readLevels(text, line);
  const [first, ...others] = levels;
  const last = levels.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const holder = levels.findLast(({ kind }) => kind === 'dash' || kind === 'key') ?? first;
  const ending = readEnding(text, {
    lines,
    index,
    at,
    base: holder.column,
    lookahead,
  });
  const row = {
    lines: { start: line.start, end: lines[ending.next - 1]?.end ?? line.end },
    levels: [first, ...others] as const,
    value: ending.value,
    valueSpan: { start: at, end: ending.end },
    unclosed: ending.unclosed,
  };
  return { row, next: ending.next };
}

interface Levels {
  readonly levels: readonly Level[];
  /** Where the value begins. */
  readonly at: number;
}

function readLevels(text: string, line: Span): Levels {
  const level = (kind: Level['kind'], start: number, end: number): Level => ({
    kind,
    column: start - line.start,
    span: { start, end },
  });
  const levels: Level[] = [];
  let start = skipBlanks(text, line.start);
  while (text[start] === '-' && /\s|^$/.test(text.charAt(start + 1))) {
    levels.push(level('dash', start, start + 1));
    start = skipBlanks(text, start + 1);
  }
  const at = skipMarks(text, start);
  if (isNothing(text, at)) {
    const mark = level('mark', start, start + text.slice(start, at).trimEnd().length);
    return { levels: mark.span.end > start ? [...levels, mark] : levels, at };
  }
  const colon = findColon(text, { start: at, end: line.end });
  if (colon === undefined)
    return {
      levels: [...levels, level('text', start, plainEnd(text, { start, end: line.end }))],
      at,
    };
  const end = start + text.slice(start, colon).trimEnd().length;
  return {
    levels: [...levels, level('key', start, end)],
    at: skipMarks(text, skipBlanks(text, colon + 1)),
  };
}
