// Rows that cannot stand where they stand, as they are while somebody types: a word that will be a key,
// a key whose colon is missing, a dash where there is no list, a quote or bracket that is still open.
// For a parser each of them takes the lines below along; here their neighbours tell what they are.
import type { Edit } from './edit';
import { leaveOut, type Mend } from './mend';
import { changeLast, type Level, type Row } from './row';
import { Lookahead, readEnding } from './rowEnding';
import { isStructured, RowNeighbours, type Above } from './rowNeighbours';
import { trimSpan } from './span';

/** The unfinished ones of the rows of `text`, from above, each with its mends. Parses nothing. */
export function findUnfinishedRows(text: string, rows: readonly Row[]): readonly Mend[] {
  const review = new Review(text, rows);
  let isOpen = false;
  return rows.flatMap((row, index) => {
    const mends = review.mend(row, index).map((mend) => (isOpen ? asContinued(mend) : mend));
    isOpen = mends.some(({ mistake }) => mistake === 'unclosed' || mistake === 'continued');
    return mends;
  });
}

class Review {
  readonly #text: string;
  readonly #around: RowNeighbours;

  constructor(text: string, rows: readonly Row[]) {
    this.#text = text;
    this.#around = new RowNeighbours(rows);
  }

  /** The mends of one row. Rows come in their order: what those above turned out to be counts for it. */
  mend(row: Row, index: number): readonly Mend[] {
    if (!this.#around.has(index)) return [];
    const [first] = row.levels;
    switch (first.kind) {
      case 'key':
        return this.#key(row, index);
      case 'dash':
        return this.#isStrayItem(row, index)
          ? [this.#strayItem(row, index)]
          : this.#item(row, index);
      case 'text':
      case 'mark':
        return this.#isValue(first, index) ? close(row) : [this.#word(row, index)];
    }
  }

  /** A key with something open is left out when it is no key of the block around it. */
  #key(row: Row, index: number): readonly Mend[] {
    const mends = close(row);
    const [first] = mends;
    if (first?.closing === undefined || this.#fitsIn(row, index)) return mends;
    this.#around.replace(index);
    return [{ ...first, edits: leaveOut(this.#text, row.lines) }];
  }

  #fitsIn({ levels: [{ column, span }] }: Row, index: number): boolean {
    const name = this.#text.slice(span.start, span.end);
    const interrupts = this.#around.nested(index, column).length > 0;
    return (
      !interrupts &&
      this.#linesUp(index, column) &&
      !this.#isAmongItems(index, column) &&
      !this.#isTwice(index, column, name)
    );
  }

  /** Whether a text is a value or goes on with one, and nothing below says otherwise. */
  #isValue({ kind, column, span }: Level, index: number): boolean {
    const above = this.#around.above(index, column);
    if (above?.isSibling === true) return false;
    if (kind === 'mark') return span.end - span.start > 1;
    if (above !== undefined && !above.awaitsValue && !above.isPlain) return false;
    // A word in front of brackets with keys in them.
    if (/^[^"'[{].*:\s/.test(this.#text.slice(span.start, span.end))) return false;
    const below = this.#around.structureBelow(index)?.levels[0];
    if (below === undefined) return true;
    if (above === undefined) return false;
    const isItemOfKey = below.kind === 'dash' && above.level.kind === 'key';
    return below.column < above.level.column + (isItemOfKey ? 0 : 1);
  }

  #word(row: Row, index: number): Mend {
    const [word] = row.levels;
    const colon = this.#missingColon(word, index);
    if (colon !== undefined) return this.#withColon(row, index, colon);
    this.#around.replace(index);
    return {
      mistake: 'unfinished',
      span: word.span,
      lines: row.lines,
      edits: leaveOut(this.#text, row.lines),
    };
  }

  /** Where a colon makes a key of a word, or of the first of several, that fits in with its neighbours. */
  #missingColon({ kind, column, span }: Level, index: number): number | undefined {
    const above = this.#around.above(index, column);
    if (kind === 'mark' || !isAmongKeys(above)) return undefined;
    if (!this.#linesUp(index, column) || this.#isAmongItems(index, column)) return undefined;
    const text = this.#text.slice(span.start, span.end);
    const below = this.#around.below(index);
    if (below === undefined || !isBlockOf(column, below, above))
      return this.#colonInPair(index, { column, span });
    // The block belongs to the key right above, or goes on with the one above the word.
    const isTaken = above?.isSibling === true && above.awaitsValue;
    const key = sectionKey(text);
    if (key === undefined || isTaken) return undefined;
    const goesOn = this.#around.above(index, below.levels[0].column)?.isSibling === true;
    return goesOn && this.#isTwice(index, column, key) ? undefined : span.start + key.length;
  }

  /** Where the colon is missing between a key and its value. */
  #colonInPair(index: number, { column, span }: Omit<Level, 'kind'>): number | undefined {
    const text = this.#text.slice(span.start, span.end);
    const [, key = '', value = ''] = /^([A-Za-z_][\w-]*)[ \t]+(.*)$/.exec(text) ?? [];
    if (!isWholeValue(value) || this.#isTwice(index, column, key)) return undefined;
    return span.start + key.length;
  }

  /** Whether the row above or below in the same column is an item of the list that the row stands in. */
  #isAmongItems(index: number, column: number): boolean {
    const above = this.#around.above(index, column);
    if (above?.isSibling === true) return above.level.kind === 'dash';
    const next = this.#nextInBlock(index, column);
    return next?.column === column && next.kind === 'dash';
  }

  /** What the nearest row below begins with that is not nested in this one. */
  #nextInBlock(index: number, column: number): Level | undefined {
    return this.#around.below(index, ({ levels: [first] }) => first.column <= column)?.levels[0];
  }

  /** Whether a row begins where the rows of its block do, those below among them. */
  #linesUp(index: number, column: number): boolean {
    const above = this.#around.above(index, column);
    if (above !== undefined && !above.awaitsValue) return above.isSibling || above.isPlain;
    if (above?.isSibling === true) return true;
    const next = this.#around.below(
      index,
      (row) => isStructured(row) && row.levels[0].column < column,
    );
    const outer = above?.level.column ?? -1;
    return next === undefined || next.levels[0].column <= outer;
  }

  #isTwice(index: number, column: number, key: string): boolean {
    return this.#around.hasSibling(
      index,
      column,
      ({ kind, span: { start, end } }) =>
        kind === 'key' && end - start === key.length && this.#text.startsWith(key, start),
    );
  }

  /** The last level of a row as a key. */
  #withColon(row: Row, index: number, colon: number): Mend {
    const { column, span } = row.levels.at(-1) ?? row.levels[0];
    const isSection = /^(?:[ \t]+[&!]\S*)*$/.test(this.#text.slice(colon, span.end));
    const key: Level = { kind: 'key', column, span: { start: span.start, end: colon } };
    this.#around.replace(index, changeLast(row, [key], isSection ? 'none' : 'plain'));
    return {
      mistake: isSection ? 'no-colon' : 'unfinished',
      span,
      lines: row.lines,
      edits: [insertion(colon, ':')],
    };
  }

  /** Whether a row with a dash stands where there is no list. */
  #isStrayItem(row: Row, index: number): boolean {
    const { levels } = row;
    const [{ column }] = levels;
    if (!this.#linesUp(index, column)) return !this.#beginsList(row, index);
    const above = this.#around.above(index, column);
    if (above?.isSibling === true) return above.level.kind === 'key' && !above.awaitsValue;
    // The first line of a block: those below tell what the block is.
    const isList = this.#around.hasSibling(index, column, ({ kind }) => kind === 'dash');
    if (isList || levels.some(({ kind }) => kind === 'key')) return false;
    const next = this.#nextInBlock(index, column);
    return next?.column === column && next.kind === 'key';
  }

  /** Whether it is the list of an item that does not line up: it has but one other, of the same kind. */
  #beginsList({ levels }: Row, index: number): boolean {
    const [{ column }] = levels;
    if (this.#around.above(index, column)?.awaitsValue !== true) return false;
    const other = this.#around.below(index, ({ levels: [each] }) => each.column < column);
    const dash = other?.levels[0];
    if (dash?.kind !== 'dash' || other?.levels.at(-1)?.kind !== levels.at(-1)?.kind) return false;
    const isThird = (row: Row): boolean =>
      row !== other && row.levels[0].kind === 'dash' && row.levels[0].column === dash.column;
    return this.#around.below(index, isThird) === undefined;
  }

  /** A stray item goes together with what is nested in it. */
  #strayItem(row: Row, index: number): Mend {
    const [{ column, span: dash }] = row.levels;
    const nested = row.levels.at(-1)?.kind === 'key' ? this.#around.nested(index, column) : [];
    const lines = { start: row.lines.start, end: nested.at(-1)?.lines.end ?? row.lines.end };
    this.#around.replace(index);
    for (let at = 1; at <= nested.length; at++) this.#around.replace(index + at);
    return {
      mistake: 'stray-item',
      span: trimSpan(this.#text, { start: dash.start, end: row.valueSpan.end }),
      lines,
      edits: leaveOut(this.#text, lines),
    };
  }

  /** An item that is a word above more of the same item: a key without its colon, or the beginning of one. */
  #item(row: Row, index: number): readonly Mend[] {
    const text = row.levels.at(-1);
    const dash = row.levels.at(-2);
    const below = this.#around.below(index);
    if (text?.kind !== 'text' || dash === undefined || below === undefined) return close(row);
    const [{ kind, column }] = below.levels;
    if (isText(below) || column <= dash.column) return close(row);
    const key = sectionKey(this.#text.slice(text.span.start, text.span.end));
    if (column > text.column && key !== undefined)
      return [this.#withColon(row, index, text.span.start + key.length)];
    if (kind === 'dash') return close(row);
    const colon = column === text.column ? this.#colonInPair(index, text) : undefined;
    if (colon !== undefined) return [this.#withColon(row, index, colon)];
    this.#around.replace(index, changeLast(row, [], 'none'));
    const edits = leaveOut(this.#text, text.span);
    return [{ mistake: 'unfinished', span: text.span, lines: row.lines, edits }];
  }
}

/** Words right below something open are the rest of it, and no mistake of their own. */
function asContinued(mend: Mend): Mend {
  return mend.mistake === 'unfinished' ? { ...mend, mistake: 'continued' } : mend;
}

/** What is left open in a row, closed. */
function close({ unclosed, lines }: Row): readonly Mend[] {
  return unclosed.map(({ start, end, closer }) => {
    const mend = { mistake: 'unclosed', lines } as const;
    const bracket = { start, end: start + 1 };
    if (end === undefined) return { ...mend, span: bracket, edits: [{ span: bracket, text: ' ' }] };
    const closing = insertion(end, closer);
    return { ...mend, span: { start, end }, edits: [closing], closing };
  });
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Whether the place below is one for keys. */
function isAmongKeys(above: Above | undefined): boolean {
  if (above === undefined) return true;
  return above.isSibling ? above.level.kind === 'key' : above.awaitsValue;
}

/** Whether `below` is the first row of a block that belongs to a word in `column`. */
function isBlockOf(column: number, below: Row, above: Above | undefined): boolean {
  const [first] = below.levels;
  if (isText(below)) return false;
  if (first.column > column) return true;
  return first.column === column && first.kind === 'dash' && above?.awaitsValue !== true;
}

function isText({ levels: [{ kind }] }: Row): boolean {
  return kind === 'text' || kind === 'mark';
}

/** The key that a text would be above a block, without the tag or anchor of the block. */
function sectionKey(text: string): string | undefined {
  return /^(?:[A-Za-z_][^\s,[\]{}]*|"[^"\\]+"|'[^']+')(?=(?:[ \t]+[&!]\S*)*$)/.exec(text)?.[0];
}

/** Whether a text can stand behind a colon as it is. */
function isWholeValue(text: string): boolean {
  if (!/^["'[{]/.test(text)) return /^[^\s\]}&*|>%@`,#?-]/.test(text);
  const line = { start: 0, end: text.length };
  const lookahead = new Lookahead(text);
  const from = { lines: [line], index: 0, at: 0, base: 0, lookahead };
  const { end, unclosed } = readEnding(text, from);
  return unclosed.length === 0 && end === text.length;
}
