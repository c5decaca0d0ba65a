// Moves the lines of a scalar that runs over several. What YAML counts as the value stays as it is.
import type { Edit } from '../../document/edit';
import type { Piece } from './pieces';

/** Where the lines of a scalar go. */
export interface ScalarMove {
  /** Columns by which the block moves that the scalar belongs to. */
  readonly shift: number;
  /** Column of the further lines of a quoted or plain scalar, from their present one. */
  readonly columnOf: (present: number) => number;
}

/** The edits of the indentation of all lines but the first. */
export function reindentScalar(
  text: string,
  { start, end, style }: Piece,
  { shift, columnOf }: ScalarMove,
): readonly Edit[] {
  const edits: Edit[] = [];
  let newline = text.indexOf('\n', start);
  while (newline >= 0 && newline + 1 < end) {
    const from = newline + 1;
    newline = text.indexOf('\n', from);
    const content = indentationEnd(text, from, style === 'block' ? ' ' : ' \t');
    const isBlank = content >= end || text[content] === '\n' || text[content] === '\r';
    const present = content - from;
    if (isBlank && (style !== 'block' || present === 0)) continue;
    // In a block scalar blanks belong to the value behind its column, so all lines move alike;
    // elsewhere blanks at the start of a line mean nothing.
    const wanted = style === 'block' ? Math.max(present + shift, 0) : columnOf(present);
    const blanks = ' '.repeat(wanted);
    if (text.slice(from, content) !== blanks)
      edits.push({ span: { start: from, end: content }, text: blanks });
  }
  return edits;
}

function indentationEnd(text: string, from: number, blanks: string): number {
  let at = from;
  while (at < text.length && blanks.includes(text[at] ?? '')) at++;
  return at;
}
