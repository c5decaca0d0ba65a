// Which block of keys or list each piece of a document belongs to, told from the columns, as YAML does.
import type { Piece } from './pieces';

/** A block of keys or a list of dashes: everything that begins in one column under one parent. */
export interface Block {
  readonly kind: 'map' | 'sequence';
  readonly parent: Block | undefined;
  readonly column: number;
  /** Offset of its first piece. */
  readonly start: number;
  /** Offset behind its last piece; comments behind it do not count. */
  readonly end: number;
}

/** The blocks of a document, outer ones first, and the place of each piece among them. */
export interface BlockStructure {
  readonly blocks: readonly Block[];
  /** For each piece, by index: the innermost block that is open there. */
  readonly blockOf: readonly (Block | undefined)[];
  /** Indexes of the pieces that begin an entry of their block: a dash, a key, a property of a key. */
  readonly entryStarts: ReadonlySet<number>;
}

/** Finds the blocks of a document. */
export function findBlocks(pieces: readonly Piece[]): BlockStructure {
  const builder = new Builder(pieces);
  pieces.forEach((_, index) => builder.add(index));
  return builder.finish();
}

interface OpenBlock extends Block {
  readonly parent: OpenBlock | undefined;
  end: number;
}

class Builder {
  readonly #pieces: readonly Piece[];
  readonly #blocks: OpenBlock[] = [];
  readonly #blockOf: (Block | undefined)[] = [];
  readonly #entryStarts = new Set<number>();
  #top: OpenBlock | undefined;
  /** Where an entry would begin if a key followed. */
  #candidate = 0;
  #lastEnd = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  add(index: number): void {
    const piece = this.#pieces[index];
    if (piece === undefined) return;
    const previous = this.#pieces[index - 1];
    if (piece.startsLine || previous?.kind === 'dash') this.#candidate = index;
    if (piece.depth === 0 && piece.kind === 'dash') this.#enter('sequence', index);
    if (piece.depth === 0 && piece.kind === 'key') this.#enter('map', this.#candidate);
    this.#blockOf[index] = this.#top;
    if (piece.kind !== 'comment') this.#lastEnd = piece.end;
  }

  finish(): BlockStructure {
    this.#closeUntil(() => false);
    return { blocks: this.#blocks, blockOf: this.#blockOf, entryStarts: this.#entryStarts };
  }

  /** An entry of the kind begins with the piece at `index`: in an open block, or in a new one. */
  #enter(kind: Block['kind'], index: number): void {
    const { column = 0, start = 0 } = this.#pieces[index] ?? {};
    this.#closeUntil(
      (block) =>
        block.column < column ||
        (block.column === column && (block.kind === kind || kind === 'sequence')),
    );
    if (this.#top?.column !== column || this.#top.kind !== kind) {
      this.#top = { kind, parent: this.#top, column, start, end: start };
      this.#blocks.push(this.#top);
    }
    this.#entryStarts.add(index);
    this.#blockOf[index] = this.#top;
  }

  #closeUntil(fits: (block: Block) => boolean): void {
    while (this.#top !== undefined && !fits(this.#top)) {
      this.#top.end = this.#lastEnd;
      this.#top = this.#top.parent;
    }
  }
}
