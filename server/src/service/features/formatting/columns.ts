// The columns in which the lines of a document should begin.
import { holds, type Span } from '../../document/span';
import type { Block, BlockStructure } from './blocks';
import type { Piece } from './pieces';

/** What decides about columns. */
export interface ColumnOptions {
  /** Columns from a key to what belongs to it. */
  readonly unit: number;
  /**
   * Parts of the document that may change. A block that is not wholly in one of them keeps its column,
   * because all entries of a block must line up.
   */
  readonly within: readonly Span[];
}

/** From a dash to the text of its item: the dash and a blank. */
const itemStep = 2;

/** Answers for each piece of one document where it should stand. */
export class Columns {
  readonly #pieces: readonly Piece[];
  readonly #structure: BlockStructure;
  readonly #unit: number;
  readonly #ofBlock = new Map<Block, number>();
  /** For each piece in brackets, by index: the column of the line where the brackets open. */
  readonly #bases: readonly number[];
  /** For each piece, by index: the next one that begins a line and is no comment. */
  readonly #nextLines: readonly number[];
  /** For each piece, by index: the last one in front of it that is no comment. */
  readonly #contentBefore: readonly (Piece | undefined)[];

  constructor(
    pieces: readonly Piece[],
    structure: BlockStructure,
    { unit, within }: ColumnOptions,
  ) {
    this.#pieces = pieces;
    this.#structure = structure;
    this.#unit = unit;
    const behind = new Map(pieces.map(({ end }, index) => [end, index + 1]));
    for (const block of structure.blocks) {
      const target = this.#inside(block.parent);
      const end = this.#endOfComments(block.end, target, behind.get(block.end));
      const mayMove = within.some((lines) => holds(lines, { start: block.start, end }));
      this.#ofBlock.set(block, mayMove ? target : block.column);
    }
    this.#bases = this.#findBases();
    this.#nextLines = this.#findNextLines();
    this.#contentBefore = this.#findContentBefore();
  }

  /** Column of a block. */
  ofBlock(block: Block): number {
    return this.#ofBlock.get(block) ?? block.column;
  }

  /**
   * Offset behind the comments right behind a block that stand deeper than it will. They have to move
   * with it: below a block text that moves to the left, one that stays would become a part of the text.
   */
  #endOfComments(end: number, column: number, from = this.#pieces.length): number {
    let last = end;
    for (let index = from; ; index++) {
      const piece = this.#pieces[index];
      if (piece?.kind !== 'comment' || (piece.startsLine && piece.column <= column)) return last;
      last = piece.end;
    }
  }

  /** By how many columns everything moves that hangs on the block of this piece. */
  shiftAt(index: number): number {
    const block = this.#structure.blockOf[index];
    return block === undefined ? 0 : this.ofBlock(block) - block.column;
  }

  /** Column of a piece that begins its line. */
  ofLine(index: number): number {
    const piece = this.#pieces[index];
    if (piece === undefined) return 0;
    if (piece.kind === 'comment' && piece.depth === 0) return this.#ofComment(index, piece.column);
    if (piece.kind === 'marker') return piece.column;
    return this.#structure.entryStarts.has(index)
      ? this.ofEntry(index)
      : this.ofContinuation(index, piece.column);
  }

  /** Column of the block whose entry begins with this piece. */
  ofEntry(index: number): number {
    const block = this.#structure.blockOf[index];
    return block === undefined ? 0 : this.ofBlock(block);
  }

  /** Column of a line that belongs to a value; `present` stays outside of all blocks and brackets. */
  ofContinuation(index: number, present: number): number {
    const depth = this.#pieces[index]?.depth ?? 0;
    if (depth > 0) return (this.#bases[index] ?? 0) + this.#unit * depth;
    if (this.#pieces[index]?.kind === 'close') return this.#bases[index] ?? 0;
    const block = this.#structure.blockOf[index];
    return block === undefined ? present : this.#inside(block);
  }

  #inside(block: Block | undefined): number {
    if (block === undefined) return 0;
    return this.ofBlock(block) + (block.kind === 'map' ? this.#unit : itemStep);
  }

  #findBases(): readonly number[] {
    let base = 0;
    return this.#pieces.map((piece, index) => {
      if (piece.depth > 0 || piece.kind !== 'open') return base;
      base = piece.startsLine ? this.ofContinuation(index, 0) : this.ofEntry(index);
      return base;
    });
  }

  #findNextLines(): readonly number[] {
    let next = this.#pieces.length;
    return this.#pieces
      .map((piece, index) => ({ piece, index }))
      .reverse()
      .map(({ piece, index }) => {
        const found = next;
        if (piece.startsLine && piece.kind !== 'comment') next = index;
        return found;
      })
      .reverse();
  }

  #findContentBefore(): readonly (Piece | undefined)[] {
    let last: Piece | undefined;
    return this.#pieces.map((piece) => {
      const found = last;
      if (piece.kind !== 'comment') last = piece;
      return found;
    });
  }

  /**
   * A comment on a line of its own stays with the line that it stands with: the next one, or one of
   * the open blocks, whichever begins in its column. When none does, it stands for the block of the key
   * above it, if that has none; otherwise it goes to the nearest to its left.
   */
  #ofComment(index: number, column: number): number {
    const places = this.#placesAround(index);
    const same = places.find(({ from }) => from === column);
    if (same !== undefined) return same.to;
    const block = this.#structure.blockOf[index];
    if (this.#isBelowEmptyKey(index) && block !== undefined && block.column < column)
      return this.#inside(block);
    const left = places.filter(({ from }) => from < column);
    const nearest = left.reduce<Move | undefined>(
      (best, place) => (best === undefined || place.from > best.from ? place : best),
      undefined,
    );
    if (nearest !== undefined) return nearest.to;
    return places.length === 0 ? column : Math.min(...places.map(({ to }) => to));
  }

  /** Whether a comment follows a key without a value; an anchor or a tag is no value. */
  #isBelowEmptyKey(index: number): boolean {
    const last = this.#contentBefore[index];
    return last?.depth === 0 && (last.kind === 'colon' || last.kind === 'property');
  }

  /** Where the next line and the blocks that are open at a comment begin, and will begin. */
  #placesAround(index: number): readonly Move[] {
    const places: Move[] = [];
    const next = this.#nextLines[index] ?? 0;
    const nextPiece = this.#pieces[next];
    if (nextPiece !== undefined && nextPiece.kind !== 'marker')
      places.push({ from: nextPiece.column, to: this.ofLine(next) });
    const open: Move[] = [];
    for (let block = this.#structure.blockOf[index]; block !== undefined; block = block.parent)
      open.push({ from: block.column, to: this.ofBlock(block) });
    return [...places, ...open.reverse()];
  }
}

/** From a column to the column that takes its place. */
interface Move {
  readonly from: number;
  readonly to: number;
}
