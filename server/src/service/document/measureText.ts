// How much work a text will be for a parser, estimated by one cheap pass over its characters. A parser
// that works by recursion, and one that keeps something for each token, must not see a text that has
// too much of it in the first place.

export interface TextMeasure {
  /** Lines and characters that begin, separate or end something in YAML. */
  readonly parts: number;
  /** The first place with more than `maxDepth` brackets, dashes and indentations around it. */
  readonly tooDeepAt: number | undefined;
}

/** Measures a text. It is read as if it held neither quotes nor comments, so both count too much. */
export function measureText(text: string, maxDepth: number): TextMeasure {
  const nesting = new Nesting();
  let parts = 0;
  let tooDeepAt: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters are blanks, letters and digits within a line: this runs at every keystroke.
    if (code === space || (nesting.isInLine && meanings[code] === undefined)) continue;
    const next = text.charCodeAt(at + 1);
    if (meanings[code] === 'indicator' || opensBlock(code, next)) parts++;
    if (nesting.enter(code, next, at) > maxDepth) tooDeepAt ??= at;
  }
  return { parts, tooDeepAt };
}

/** How deep a character stands, characters in their order, blanks left out. */
class Nesting {
  readonly #columns: number[] = [];
  #brackets = 0;
  #lineStart = 0;
  #isLineStart = true;
  /** Colons on the line, outside brackets: each opens a block behind the key before it. */
  #colons = 0;

  /** Something stands on the line already: from here on letters make nothing deeper. */
  get isInLine(): boolean {
    return !this.#isLineStart;
  }

  /** `next` is the code behind it, `at` its offset. */
  enter(code: number, next: number, at: number): number {
    if (code === lineFeed || code === carriageReturn) {
      this.#lineStart = at + 1;
      this.#isLineStart = true;
      this.#colons = 0;
      return 0;
    }
    if (this.#isLineStart && code !== numberSign) this.#indent(at - this.#lineStart);
    // What follows a dash stands in a block of its own, which begins in the column of its own.
    const opens = opensBlock(code, next);
    this.#isLineStart = this.#isLineStart && opens && code !== colon;
    this.#brackets = Math.max(0, this.#brackets + bracketStep(code));
    if (opens && code === colon && this.#brackets === 0) this.#colons++;
    return this.#columns.length + this.#brackets + Math.max(this.#colons - 1, 0);
  }

  /** Leaves the blocks that end in front of `column` and enters one that begins there. */
  #indent(column: number): void {
    const columns = this.#columns;
    while ((columns.at(-1) ?? -1) > column) columns.pop();
    if ((columns.at(-1) ?? -1) < column) columns.push(column);
  }
}

/** 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
function bracketStep(code: number): number {
  if (code === openBracket || code === openBrace) return 1;
  return code === closeBracket || code === closeBrace ? -1 : 0;
}

const space = 0x20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const numberSign = 0x23;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const colon = 0x3a;
const dash = 0x2d;
const questionMark = 0x3f;
/** What characters mean to the measure, by code; ordinary ones nothing. */
const meanings = meaningsOf({
  indicator: '\n\r:,[]{}&*!?|>"\'%@`',
  mark: '-',
});

type Meaning = 'indicator' | 'mark';

function meaningsOf(
  characters: Readonly<Record<Meaning, string>>,
): readonly (Meaning | undefined)[] {
  const found = new Array<Meaning | undefined>(0x80).fill(undefined);
  for (const each of characters.indicator) found[each.charCodeAt(0)] = 'indicator';
  for (const each of characters.mark) found[each.charCodeAt(0)] = 'mark';
  return found;
}

/** Whether it is a dash, question mark or colon with white space behind it. */
function opensBlock(code: number, next: number): boolean {
  return (code === dash || code === questionMark || code === colon) && isBlank(next);
}

/** White space, or the end of the text. */
function isBlank(code: number): boolean {
  return (
    code === space ||
    code === 0x09 ||
    code === lineFeed ||
    code === carriageReturn ||
    Number.isNaN(code)
  );
}
