// From the pieces of a document to the white space that should stand between them, as edits of
// nothing but white space.
import type { Edit } from '../../document/edit';
import { holds, type Span } from '../../document/span';
import { findBlocks, type BlockStructure } from './blocks';
import { Columns } from './columns';
import type { Piece } from './pieces';
import { reindentScalar } from './reindentScalar';

export interface LayoutOptions {
  readonly unit: number;
  /** Whole lines that may change. */
  readonly within: readonly Span[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Line break of a last line that has none. */
  readonly lineBreak: string;
}

/** The edits that bring a document into form, in the order of the text. */
export function layOut(
  text: string,
  pieces: readonly Piece[],
  options: LayoutOptions,
): readonly Edit[] {
  const structure = findBlocks(pieces);
  const edits = new Layout(text, pieces, structure, options).edits();
  return joined(edits.filter(({ span }) => options.within.some((lines) => holds(lines, span))));
}

/** Edits that touch one another as one: a run of blank lines goes at once. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last === undefined || last.span.end < edit.span.start) result.push(edit);
    else
      result[result.length - 1] = {
        span: { start: last.span.start, end: edit.span.end },
        text: last.text + edit.text,
      };
  }
  return result;
}

class Layout {
  readonly #text: string;
  readonly #pieces: readonly Piece[];
  readonly #structure: BlockStructure;
  readonly #columns: Columns;
  readonly #options: LayoutOptions;
  readonly #edits: Edit[] = [];

  constructor(
    text: string,
    pieces: readonly Piece[],
    structure: BlockStructure,
    options: LayoutOptions,
  ) {
    this.#text = text;
    this.#pieces = pieces;
    this.#structure = structure;
    this.#columns = new Columns(pieces, structure, options);
    this.#options = options;
  }

  edits(): readonly Edit[] {
    let end = this.#text.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.#pieces.forEach((piece, index) => {
      if (piece.startsLine) this.#beforeLine({ start: end, end: piece.start }, index);
      else this.#setBlanks({ start: end, end: piece.start }, this.#blanksBefore(index, piece));
      this.#insidePiece(index, piece);
      end = piece.end;
    });
    this.#atEnd({ start: end, end: this.#text.length });
    return this.#edits;
  }

  /** White space between a piece and the next one on a line below. */
  #beforeLine(gap: Span, index: number): void {
    const lines = this.#linesOf(gap);
    const indentation = lines.at(-1) ?? gap;
    // At the start of the file no blank line stays; elsewhere one does, behind the end of its line.
    const startsFile = index === 0 && this.#options.isFirst;
    const endsLine = index > 0 && !this.#isLineStart(gap.start);
    this.#setBlankLines(lines.slice(0, -1), startsFile ? 0 : endsLine ? 2 : 1);
    this.#setBlanks(indentation, this.#columns.ofLine(index));
  }

  /** White space behind the last piece. */
  #atEnd(gap: Span): void {
    const { isFirst, isLast, lineBreak } = this.#options;
    const lines = this.#linesOf(gap);
    const rest = lines.at(-1) ?? gap;
    const endsLine = this.#pieces.length > 0 && !this.#isLineStart(gap.start);
    const allowed = (endsLine ? 1 : 0) + (isLast || (isFirst && this.#pieces.length === 0) ? 0 : 1);
    this.#setBlankLines(lines.slice(0, -1), allowed);
    this.#replace(rest, isLast && endsLine && lines.length === 1 ? lineBreak : '');
  }

  /** Keeps the first `allowed` line breaks and takes blanks and other lines away. */
  #setBlankLines(lines: readonly Span[], allowed: number): void {
    lines.forEach(({ start, end }, index) => {
      const lineBreak = this.#text.slice(start, end).endsWith('\r\n') ? 2 : 1;
      this.#replace({ start, end: index < allowed ? end - lineBreak : end }, '');
    });
  }

  /** Blanks in front of a piece that does not begin its line. */
  #blanksBefore(index: number, piece: Piece): number | 'keep' | 'one at most' {
    const previous = this.#pieces[index - 1];
    if (previous === undefined || piece.kind === 'comment') return 'keep';
    if (previous.kind === 'dash') return this.#blanksBehindDash(index);
    // A colon right behind an alias would belong to its name.
    if (piece.kind === 'colon') return isScalar(previous) && !this.#isAlias(previous) ? 0 : 'keep';
    if (piece.kind === 'comma') {
      const endsItem = isScalar(previous) || previous.kind === 'close' || this.#isAlias(previous);
      return endsItem ? 0 : 'one at most';
    }
    if (piece.kind === 'close' || previous.kind === 'open') return 'one at most';
    const wantsOne = ['colon', 'comma', 'property'].includes(previous.kind);
    return wantsOne ? 1 : 'keep';
  }

  /** A block that begins behind a dash stands in a column of its own; anything else follows a blank. */
  #blanksBehindDash(index: number): number {
    if (!this.#structure.entryStarts.has(index)) return 1;
    return this.#columns.ofEntry(index) - this.#columns.ofEntry(index - 1) - 1;
  }

  #insidePiece(index: number, piece: Piece): void {
    if (piece.kind !== 'value') return;
    this.#edits.push(
      ...reindentScalar(this.#text, piece, {
        shift: this.#columns.shiftAt(index),
        columnOf: (present) => this.#columns.ofContinuation(index, present),
      }),
    );
  }

  #isAlias({ start }: Piece): boolean {
    return this.#text[start] === '*';
  }

  #isLineStart(offset: number): boolean {
    return offset === 0 || this.#text[offset - 1] === '\n';
  }

  /** The parts of `gap` that stand on one line each, with the line break that ends them. */
  #linesOf({ start, end }: Span): readonly Span[] {
    const lines: Span[] = [];
    let from = start;
    for (;;) {
      const newline = this.#text.indexOf('\n', from);
      if (newline < 0 || newline >= end) return [...lines, { start: from, end }];
      lines.push({ start: from, end: newline + 1 });
      from = newline + 1;
    }
  }

  #setBlanks({ start, end }: Span, wanted: number | 'keep' | 'one at most'): void {
    if (wanted === 'keep') return;
    const count = wanted === 'one at most' ? Math.min(end - start, 1) : wanted;
    this.#replace({ start, end }, ' '.repeat(count));
  }

  #replace({ start, end }: Span, text: string): void {
    if (this.#text.slice(start, end) !== text) this.#edits.push({ span: { start, end }, text });
  }
}

function isScalar({ kind }: Piece): boolean {
  return kind === 'key' || kind === 'value';
}
