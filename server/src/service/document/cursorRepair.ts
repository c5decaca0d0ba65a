// Makes the rest of a broken document readable, so that a mistake in one line does not take the help
// away from the others. The cursor's own row stays as it is: the marker tells what it is meant to be.
import { applyEdits } from './edit';
import { startOfRow, type CursorText } from './cursorText';
import type { Mend } from './mend';
import { parseYaml } from './parseYaml';
import { readPastMistakes } from './readPastMistakes';
import { holds, type Span } from './span';
import type { ParseBudget } from './work';

/**
 * `text` without its mistakes outside the cursor's row, and with what that row left open closed in
 * `tail`. Nothing when there is no mistake, too many, or too much to parse.
 */
export function repairRows(text: CursorText, budget: ParseBudget): CursorText | undefined {
  if (!budget.take()) return undefined;
  const rows = text.rows.map((row, index) => (index === text.row ? withContent(row, text) : row));
  const source = rows.join('\n');
  const { tree, mistakes } = readPastMistakes(source, parseYaml(source), budget);
  const own = lineOf(rows, text.row);
  const mends = mistakes.map(({ mend }) => mend);
  if (tree.errors.length > 0 || mends.some((mend) => takesOut(mend, own))) return undefined;
  const elsewhere = mends.flatMap(({ edits }) => edits.filter(({ span }) => !holds(own, span)));
  const tail = mends.map((mend) => closerIn(own, mend)).join('');
  if (elsewhere.length === 0 && tail === '') return undefined;
  const mended = applyEdits(source, elsewhere).split('\n');
  const ownRow = text.rows[text.row] ?? '';
  return { ...text, rows: mended.map((row, index) => (index === text.row ? ownRow : row)), tail };
}

/** A blank row has a word at the cursor: it belongs where the cursor is. */
function withContent(row: string, { column }: CursorText): string {
  return row.trim() === '' && column > 0 ? `${' '.repeat(column)}x` : row;
}

function lineOf(rows: readonly string[], index: number): Span {
  const start = startOfRow(rows, index);
  return { start, end: start + (rows[index] ?? '').length };
}

/** Whether the cursor would seem to stand somewhere else, because the row that it is nested in is left out. */
function takesOut({ mistake, lines }: Mend, own: Span): boolean {
  return mistake !== 'unclosed' && lines.start < own.start && own.start <= lines.end;
}

function closerIn(own: Span, { closing }: Mend): string {
  return closing !== undefined && holds(own, closing.span) ? closing.text : '';
}
