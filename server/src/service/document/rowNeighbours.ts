// What stands around a row, by its columns: the key or dash above it, the rows below, its siblings.
import type { Level, Row } from './row';

/** The key or dash that a row stands beside or below. */
export interface Above {
  readonly level: Level;
  readonly isSibling: boolean;
  /** It has no value yet and nothing stands in between: the row is its value, or the first line of it. */
  readonly awaitsValue: boolean;
  /** Its value is a plain text, which a deeper row goes on with. */
  readonly isPlain: boolean;
}

/** The rows of a text, some of which turn out to be something else than they look like. */
export class RowNeighbours {
  readonly #rows: (Row | undefined)[];

  constructor(rows: readonly Row[]) {
    this.#rows = [...rows];
  }

  /** Takes the row at `index` for another one; without a row it is left out. */
  replace(index: number, row?: Row): void {
    this.#rows[index] = row;
  }

  /** Whether the row at `index` is not left out. */
  has(index: number): boolean {
    return this.#rows[index] !== undefined;
  }

  /** The nearest key or dash above in `column`, or further left. */
  above(index: number, column: number): Above | undefined {
    // The value of the row so far that is looked at, as the rows below it make it.
    let value: Row['value'] | undefined;
    let goesOn = this.#rows[index]?.isBehindComment === false;
    for (let at = index - 1; at >= 0; at--) {
      const row = this.#rows[at];
      if (row === undefined) continue;
      value ??= row.value;
      const holders = row.levels.filter(({ kind }) => kind === 'dash' || kind === 'key');
      // A text on a row of its own is a part of what holds it.
      if (holders.length === 0) {
        goesOn &&= !row.isBehindComment;
        continue;
      }
      const level = holders.findLast((each) => each.column <= column);
      if (level !== undefined) {
        const isSibling = level.column === column;
        const isOpen = level === holders.at(-1);
        return {
          level,
          isSibling,
          awaitsValue: isOpen && value === 'none',
          isPlain: isOpen && goesOn && value === 'plain',
        };
      }
      value = 'whole';
    }
    return undefined;
  }

  /** The nearest row below that is `wanted`. */
  below(index: number, wanted: (row: Row) => boolean = () => true): Row | undefined {
    return this.#rows.slice(index + 1).find((row) => row !== undefined && wanted(row));
  }

  /** The rows right below that are indented deeper than `column`. */
  nested(index: number, column: number): readonly Row[] {
    const below = this.#rows.slice(index + 1);
    const end = below.findIndex((row) => row === undefined || row.levels[0].column <= column);
    return below.slice(0, end < 0 ? below.length : end).flatMap((row) => row ?? []);
  }

  /** Whether the block with keys in `column` that the row stands in has one that is `wanted`. */
  hasSibling(index: number, column: number, wanted: (level: Level) => boolean): boolean {
    const inBlock = [...this.#rowsAbove(index, column), ...this.#rowsBelow(index, column)];
    return inBlock.some(({ levels }) =>
      levels.some((each) => each.column === column && wanted(each)),
    );
  }

  /** The rows of a block above a row, up to the one that the block begins in: behind a dash, perhaps. */
  #rowsAbove(index: number, column: number): readonly Row[] {
    if ((this.#rows[index]?.levels[0].column ?? column) < column) return [];
    const above = this.#rows.slice(0, index).filter((row) => row !== undefined);
    const start = above.findLastIndex(({ levels: [first] }) => first.column < column);
    return above.slice(Math.max(start, 0));
  }

  #rowsBelow(index: number, column: number): readonly Row[] {
    const below = this.#rows.slice(index + 1).filter((row) => row !== undefined);
    const end = below.findIndex(({ levels: [first] }) => first.column < column);
    return below.slice(0, end < 0 ? below.length : end);
  }
}
