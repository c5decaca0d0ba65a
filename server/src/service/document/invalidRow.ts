// The row that an error of the parser comes from. Its value is covered, so that the key stays; when the
// mistake is not in a value, the row goes with all that is nested in it.
import type { Document } from 'yaml';
import { culpritOf } from './displacedLine';
import { cover, leaveOut, type Mend } from './mend';
import type { Row } from './row';
import { lineAround, touches, type Span } from './span';

/**
 * The mend for the first error of `tree`. Nothing when no row can be told. `rows` are those of `text`;
 * `toText` turns places in the tree into places in `text`.
 */
export function findInvalidRow(
  { text, rows }: { readonly text: string; readonly rows: readonly Row[] },
  tree: Document.Parsed,
  toText: (offset: number) => number,
): Mend | undefined {
  const [error] = tree.errors;
  if (error === undefined) return undefined;
  // The parser often stumbles over the blank lines behind a mistake.
  const [start, at] = [error.pos[0], culpritOf(tree, error)].map((offset) =>
    Math.min(toText(offset), text.trimEnd().length),
  ) as [number, number];
  const row = rows.find(({ lines }) => touches(lines, at));
  if (row !== undefined && holdsInValue(row, at)) return withoutValue(text, row);
  if (error.code === 'TAB_AS_INDENT') return withoutLines(text, tabbedLines(text, start));
  if (row === undefined) return withoutLines(text, lineAround(text, at));
  const mend = withoutLines(text, {
    start: row.lines.start,
    end: endOfNested(rows, row),
  });
  // Of two rows that are taken for one, the value of the first may be what is meant for the second.
  const above = rows.find(({ lines }) => touches(lines, start));
  if (above === undefined || above === row || !holdsInValue(above, start)) return mend;
  return {
    ...mend,
    lines: { start: above.lines.start, end: mend.lines.end },
    edits: [...cover(text, above.valueSpan), ...mend.edits],
  };
}

function withoutLines(text: string, lines: Span): Mend {
  return { mistake: 'invalid', span: lines, lines, edits: leaveOut(text, lines) };
}

function withoutValue(text: string, { lines, valueSpan }: Row): Mend {
  return { mistake: 'invalid', span: valueSpan, lines, edits: cover(text, valueSpan) };
}

/** Whether `offset` stands in the value of a key or an item. */
function holdsInValue({ value, valueSpan, levels }: Row, offset: number): boolean {
  return value !== 'none' && valueSpan.start <= offset && levels.at(-1)?.kind === 'key';
}

/** The line of `offset` and those below that begin with a tab, too. */
function tabbedLines(text: string, offset: number): Span {
  const { start, end } = lineAround(text, offset);
  const more = /^(?:\r?\n *\t.*)*/.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + more.trimEnd().length };
}

function endOfNested(rows: readonly Row[], row: Row): number {
  const [{ column }] = row.levels;
  const below = rows.slice(rows.indexOf(row) + 1);
  const end = below.findIndex(({ levels: [first] }) => first.column <= column);
  return below.slice(0, end < 0 ? below.length : end).at(-1)?.lines.end ?? row.lines.end;
}
