// The text around a cursor as rows. Repairs and markers change rows but never add or remove one, so a
// row number means the same in every version of the text.

/** What is put at the cursor besides the marker. */
export interface Insertion {
  /** In front of the word at the cursor: a missing blank behind `key:` or `-`, or a missing dash. */
  readonly lead: '' | ' ' | '- ';
  /** Behind the word at the cursor: `:` reads the word as a key. */
  readonly colon: '' | ':';
}

/** A text with a marker in it. */
export interface MarkedText {
  readonly text: string;
  readonly marker: string;
  /** Offset of the marker in `text`. */
  readonly at: number;
}

/** One document, cut into rows, with a cursor in it. */
export interface CursorText {
  readonly rows: readonly string[];
  /** Row and column of the cursor; the offset of both in the document is `offset`. */
  readonly row: number;
  readonly column: number;
  readonly offset: number;
  /** Closing quotes and brackets that the cursor's row lacks. */
  readonly tail: string;
}

/**
 * Cuts `text` into rows. Nothing where no key or value can be put: on a line that starts or ends a
 * document, in front of a byte order mark.
 */
export function cutAtCursor(text: string, cursor: number): CursorText | undefined {
  if (cursor === 0 && text.startsWith('\uFEFF')) return undefined;
  const offset = moveIntoLine(text, cursor);
  const rows = text.split('\n');
  const row = text.slice(0, offset).split('\n').length - 1;
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const line = rows[row] ?? '';
  if (line.startsWith('---') || line.startsWith('...')) return undefined;
  // What stands behind the line that ends a document is the beginning of the next one.
  const skipped = rows.slice(0, row).findLastIndex((each) => /^\.\.\.\s*$/.test(each)) + 1;
  return { rows: rows.slice(skipped), row: row - skipped, column, offset, tail: '' };
}

/** Whether the word at the cursor is the first thing on its row. */
export function isFirstOnRow(text: CursorText): boolean {
  return !/\s/.test(headOf(text).trimStart());
}

/** Whether the word at the cursor ends with a colon, which makes it a key. */
export function hasColon({ rows, row, column }: CursorText): boolean {
  return /^\S*:(?:\s|$)/.test((rows[row] ?? '').slice(column));
}

/** The text with a marker at the cursor. */
export function insertMarker(text: CursorText, { lead, colon }: Insertion): MarkedText {
  const line = text.rows[text.row] ?? '';
  const head = headOf(text);
  const rest = line.slice(text.column);
  const wordStart = lead === '- ' ? head.length - head.trimStart().length : head.length;
  const wordEnd = /^\S*/.exec(rest)?.[0].length ?? 0;
  const before = head.slice(0, wordStart) + lead + head.slice(wordStart);
  const behind = rest.slice(0, wordEnd) + colon + rest.slice(wordEnd);
  const marker = unusedMarker(text.rows);
  const above = text.rows
    .slice(0, text.row)
    .map((each) => `${each}\n`)
    .join('');
  const below = text.rows
    .slice(text.row + 1)
    .map((each) => `\n${each}`)
    .join('');
  return {
    text: `${above}${before}${marker}${appendToRow(behind, text.tail)}${below}`,
    marker,
    at: above.length + before.length,
  };
}

/** `row` with `tail` behind it; a carriage return stays at the end. */
export function appendToRow(row: string, tail: string): string {
  return row.endsWith('\r') ? `${row.slice(0, -1)}${tail}\r` : row + tail;
}

/** The cursor's row up to the cursor. */
export function headOf({ rows, row, column }: CursorText): string {
  return (rows[row] ?? '').slice(0, column);
}

/** Offset of a row in the text that the rows make. */
export function startOfRow(rows: readonly string[], index: number): number {
  return rows.slice(0, index).reduce((length, row) => length + row.length + 1, 0);
}

/** Letters only, so that it can stand in a tag or an anchor as well; a text that holds it gets another one. */
function unusedMarker(rows: readonly string[]): string {
  const used = rows.flatMap((row) => row.match(/zCursorz+/g) ?? []);
  const longest = used.reduce((length, each) => Math.max(length, each.length), 0);
  return 'zCursorz'.padEnd(longest + 1, 'z');
}

/** A cursor inside a CRLF moves to the end of the line. */
function moveIntoLine(text: string, cursor: number): number {
  const offset = Math.min(Math.max(cursor, 0), text.length);
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}
