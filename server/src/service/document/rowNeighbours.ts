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
  /** For each row by index: the next one below that is no text. */
  readonly #structureBelow: readonly number[];
  /** For rows by index, as far as somebody asked: what is above them but texts. */
  readonly #structureAbove: StructureAbove[] = [];

  constructor(rows: readonly Row[]) {
    this.#rows = [...rows];
    let next = rows.length;
    const below = rows.map(() => rows.length);
    for (let at = rows.length - 1; at >= 0; at--) {
      below[at] = next;
      if (isStructured(rows[at])) next = at;
    }
    this.#structureBelow = below;
  }

  /** Takes the row at `index` for another one; without a row it is left out. Those above it don't change any more. */
  replace(index: number, row?: Row): void {
    this.#rows[index] = row;
  }

  /** Whether the row at `index` is not left out. */
  has(index: number): boolean {
    return this.#rows[index] !== undefined;
  }

  /** The nearest key or dash above in `column`, or further left. */
  above(index: number, column: number): Above | undefined {
    // A text on a row of its own is a part of what holds it.
    const texts = this.#textsAbove(index);
    // The value of the row so far that is looked at, as the rows below it make it.
    let value = texts.value;
    const goesOn = this.#rows[index]?.isBehindComment === false && texts.goOn;
    for (let at = texts.from; at >= 0; at--) {
      const row = this.#rows[at];
      if (row === undefined) continue;
      value ??= row.value;
      const holders = holdersIn(row);
      if (holders.length === 0) continue;
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

  /** The texts right above a row: they have no keys or dashes, and there may be thousands. */
  #textsAbove(index: number): StructureAbove {
    let at = index - 1;
    let value: Row['value'] | undefined;
    let goOn = true;
    for (; at >= 0; at--) {
      const known = this.#structureAbove[at + 1];
      if (known !== undefined && at + 1 < index) {
        value ??= known.value;
        goOn &&= known.goOn;
        at = known.from;
        break;
      }
      const row = this.#rows[at];
      if (row !== undefined && holdersIn(row).length > 0) break;
      value ??= row?.value;
      goOn &&= row?.isBehindComment !== true;
    }
    const found = { from: at, value, goOn };
    this.#structureAbove[index] = found;
    return found;
  }

  /** The nearest row below that is `wanted`. */
  below(index: number, wanted: (row: Row) => boolean = () => true): Row | undefined {
    for (let at = index + 1; at < this.#rows.length; at++) {
      const row = this.#rows[at];
      if (row !== undefined && wanted(row)) return row;
    }
    return undefined;
  }

  /** The nearest row below that is no text. */
  structureBelow(index: number): Row | undefined {
    let at = this.#structureBelow[index] ?? this.#rows.length;
    while (at < this.#rows.length && this.#rows[at] === undefined)
      at = this.#structureBelow[at] ?? this.#rows.length;
    return this.#rows[at];
  }

  /** The rows right below that are indented deeper than `column`. */
  nested(index: number, column: number): readonly Row[] {
    const nested: Row[] = [];
    for (let at = index + 1; ; at++) {
      const row = this.#rows[at];
      if (row === undefined || row.levels[0].column <= column) return nested;
      nested.push(row);
    }
  }

  /** Whether the block with keys in `column` that the row stands in has one that is `wanted`. */
  hasSibling(index: number, column: number, wanted: (level: Level) => boolean): boolean {
    const isSibling = (level: Level): boolean => level.column === column && wanted(level);
    return (
      this.#isInBlock(index, -1, column, isSibling) || this.#isInBlock(index, 1, column, isSibling)
    );
  }

  /** Whether a row of the block holds what is `wanted`, from a row on upwards (-1) or downwards (1). */
  #isInBlock(
    index: number,
    step: -1 | 1,
    column: number,
    wanted: (level: Level) => boolean,
  ): boolean {
    // Behind a dash the block begins on the row itself.
    if (step < 0 && (this.#rows[index]?.levels[0].column ?? column) < column) return false;
    for (let at = index + step; at >= 0 && at < this.#rows.length; at += step) {
      const levels = this.#rows[at]?.levels;
      if (levels === undefined) continue;
      const isOuter = levels[0].column < column;
      // The row above that a block begins in may hold its first key behind a dash.
      if (isOuter && step > 0) return false;
      if (levels.some(wanted)) return true;
      if (isOuter) return false;
    }
    return false;
  }
}

/** What is above a row, without the texts right above it. */
interface StructureAbove {
  /** Index of the first row above the texts. */
  readonly from: number;
  /** Value of the nearest text; nothing without texts. */
  readonly value: Row['value'] | undefined;
  /** No comment interrupts the texts. */
  readonly goOn: boolean;
}

function holdersIn({ levels }: Row): readonly Level[] {
  return levels.filter(({ kind }) => kind === 'dash' || kind === 'key');
}

/** Whether a row begins with a key or a dash. */
export function isStructured(row: Row | undefined): boolean {
  const kind = row?.levels[0].kind;
  return kind === 'key' || kind === 'dash';
}
