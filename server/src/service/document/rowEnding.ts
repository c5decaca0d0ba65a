// Where a value ends that begins on a row: on its line, or lines below, in a block text, a quoted text
// or brackets. What is never closed ends where the indentation says.
import { isNothing, plainEnd, quoteEnd, skipBlanks } from './rowText';
import { runStart, type Span } from './span';

/** A quote or brackets without their end. */
export interface Unclosed {
  /** Where it was opened. */
  readonly start: number;
  /** Where the end belongs. Without it nothing was to be enclosed: the opening bracket itself is wrong. */
  readonly end?: number;
  /** What is missing there. */
  readonly closer: string;
}

/** The end of a value. */
export interface Ending {
  readonly value: 'none' | 'plain' | 'whole';
  /** Behind its last character. */
  readonly end: number;
  /** The first line behind it. */
  readonly next: number;
  readonly unclosed: readonly Unclosed[];
}

/** Where a value begins. */
export interface Beginning {
  readonly lines: readonly Span[];
  /** Its line. */
  readonly index: number;
  /** Its offset. */
  readonly at: number;
  /** The column that lines must be indented deeper than to belong to it. */
  readonly base: number;
  readonly lookahead: Lookahead;
}

/**
 * How much of the lines below them all values of a text may look at together. An end is mostly near; in a text
 * full of open quotes each value would look through all of the rest.
 */
export class Lookahead {
  #left: number;

  constructor(text: string) {
    this.#left = 4 * text.length + 2_000;
  }

  /** Whether one more line may be looked at. */
  take(line: string): boolean {
    this.#left -= line.length + 1;
    return this.#left >= 0;
  }
}

/** Reads the value that begins at a place of a text. */
export function readEnding(text: string, from: Beginning): Ending {
  const line = lineOf(from.lines, from.index);
  const end = plainEnd(text, { start: from.at, end: line.end });
  const onLine = { end, next: from.index + 1, unclosed: [] };
  if (isNothing(text, from.at)) return { ...onLine, end: from.at, value: 'none' };
  switch (text[from.at]) {
    case '"':
    case "'":
      return readQuotes(text, from);
    case '[':
    case '{':
      return readBrackets(text, from);
    case '|':
    case '>':
      return { ...onLine, value: 'whole', next: blockTextEnd(text, from) };
    default: {
      const isCommented = text[skipBlanks(text, end)] === '#';
      return { ...onLine, value: isCommented ? 'whole' : 'plain' };
    }
  }
}

function readQuotes(text: string, { lines, index, at, base, lookahead }: Beginning): Ending {
  const line = lineOf(lines, index);
  const end = quoteEnd(text, at);
  if (end !== undefined) return { value: 'whole', end, next: index + 1, unclosed: [] };
  const quote = text.charAt(at);
  for (let below = index + 1; below < lines.length; below++) {
    const each = lineOf(lines, below);
    const content = text.slice(each.start, each.end);
    if (!lookahead.take(content)) break;
    if (content.trim() === '') continue;
    if (indentOf(content) <= base) break;
    const close = quoteEnd(quote + content, 0);
    if (close === undefined) continue;
    // Behind the end of a text stands nothing else: a quote in front of more is the beginning of another one.
    if (!/^[ \t]*(?:#|$)/.test(content.slice(close - 1))) break;
    return { value: 'whole', end: each.start + close - 1, next: below + 1, unclosed: [] };
  }
  return { value: 'whole', end: line.end, next: index + 1, unclosed: [openQuote(text, at, line)] };
}

function openQuote(text: string, start: number, line: Span): Unclosed {
  const end = start + text.slice(start, line.end).trimEnd().length;
  const backslashes = end - runStart(text, end, /\\/);
  const quote = text.charAt(start);
  // A backslash at the end would make our quote a part of the text.
  return { start, end, closer: quote === '"' && backslashes % 2 === 1 ? `\\${quote}` : quote };
}

function blockTextEnd(text: string, { lines, index, base }: Beginning): number {
  for (let below = index + 1; below < lines.length; below++) {
    const { start, end } = lineOf(lines, below);
    const line = text.slice(start, end);
    if (line.trim() !== '' && indentOf(line) <= base) return below;
  }
  return lines.length;
}

/** Whether a line below belongs into brackets; `awaits` when something is to follow in them. */
type Belongs = (line: string, awaits: boolean) => boolean;

/** What is closed as far as the indentation goes is closed; else every line has to be waited for. */
function readBrackets(text: string, from: Beginning): Ending {
  const isDeeper = (line: string): boolean => indentOf(line) > from.base;
  const whole = new Brackets(text, from, (line) => isDeeper(line) || closesMore(line)).read();
  if (whole.unclosed.length === 0) return whole;
  const isNext: Belongs = (line, awaits) =>
    isDeeper(line) && (awaits || /^ *[\]},]/.test(line)) && !/^ *-\s/.test(line);
  return new Brackets(text, from, isNext).read();
}

/** Whether more brackets close than open on a line. */
function closesMore(line: string): boolean {
  return (line.match(/[\]}]/g)?.length ?? 0) > (line.match(/[[{]/g)?.length ?? 0);
}

/** Reads brackets to the one that closes the first of them. */
class Brackets {
  readonly #text: string;
  readonly #from: Beginning;
  readonly #belongs: Belongs;
  readonly #open: { readonly start: number; readonly closer: string }[] = [];
  readonly #unclosed: Unclosed[] = [];
  /** Behind the last character that is no blank and no comment. */
  #end: number;

  constructor(text: string, from: Beginning, belongs: Belongs) {
    this.#text = text;
    this.#from = from;
    this.#belongs = belongs;
    this.#end = from.at;
  }

  read(): Ending {
    const { lines, index, at } = this.#from;
    let below = index;
    this.#readLine(at, lineOf(lines, below).end);
    while (this.#open.length > 0) {
      const next = this.#nextLine(below);
      if (next === undefined) break;
      below = next;
      const line = lineOf(lines, below);
      this.#readLine(line.start, line.end);
    }
    const [first] = this.#open;
    const value = 'whole';
    if (first === undefined)
      return { value, end: this.#end, next: below + 1, unclosed: this.#unclosed };
    if (this.#open.length === 1 && this.#isAboveBlock(first.start, below)) {
      const unclosed = [{ start: first.start, closer: first.closer }];
      return { value: 'none', end: at, next: index + 1, unclosed };
    }
    const closer = this.#open.map((each) => each.closer).toReversed();
    const last = { start: this.#open.at(-1)?.start ?? at, end: this.#end, closer: closer.join('') };
    return { value, end: this.#end, next: below + 1, unclosed: [...this.#unclosed, last] };
  }

  /** Whether a bracket ends its line, and lines of a block stand where the brackets are left. */
  #isAboveBlock(bracket: number, last: number): boolean {
    const { lines, index, base } = this.#from;
    const { start, end } = lineOf(lines, index);
    if (this.#text.slice(bracket + 1, end).trim() !== '' || start > bracket) return false;
    for (let below = last + 1; below < lines.length; below++) {
      const line = this.#textOf(below);
      if (line.trim() !== '') return indentOf(line) > base;
    }
    return false;
  }

  /** The next line inside of the brackets; nothing when it belongs to something else. */
  #nextLine(above: number): number | undefined {
    const { lines, lookahead } = this.#from;
    for (let next = above + 1; next < lines.length; next++) {
      const line = this.#textOf(next);
      if (!lookahead.take(line)) return undefined;
      if (/^\s*(?:#|$)/.test(line)) continue;
      const awaits = /[[{,:]/.test(this.#text.charAt(this.#end - 1));
      return this.#belongs(line, awaits) ? next : undefined;
    }
    return undefined;
  }

  #readLine(start: number, end: number): void {
    const line = this.#text.slice(start, end);
    for (let at = start; at < end;) {
      const mark = start + nextMark(line, at - start);
      const content = this.#text.slice(at, mark).trimEnd();
      if (content !== '') this.#end = at + content.length;
      if (mark === end) return;
      const character = this.#text.charAt(mark);
      const before = this.#text.charAt(mark - 1);
      if (character === '#' && /\s/.test(before)) return;
      const opensQuote = /["']/.test(character) && (/[\s[{,:]/.test(before) || mark === start);
      at = opensQuote ? this.#readQuotes(mark, end) : this.#readCharacter(character, mark);
      if (this.#open.length === 0) return;
    }
  }

  #textOf(index: number): string {
    const { start, end } = lineOf(this.#from.lines, index);
    return this.#text.slice(start, end);
  }

  #readQuotes(at: number, lineEnd: number): number {
    const end = quoteEnd(this.#text, at);
    this.#end = end ?? lineEnd;
    if (end === undefined)
      this.#unclosed.push(openQuote(this.#text, at, { start: at, end: lineEnd }));
    return this.#end;
  }

  #readCharacter(character: string, at: number): number {
    this.#end = at + 1;
    if (character === '[' || character === '{')
      this.#open.push({ start: at, closer: character === '[' ? ']' : '}' });
    // The wrong bracket is another mistake: what it closes is closed.
    if (character === ']' || character === '}') this.#open.pop();
    return at + 1;
  }
}

/** Where the next character is that means something between brackets; the end of the line without one. */
function nextMark(line: string, from: number): number {
  const mark = /[[\]{}"'#]/g;
  mark.lastIndex = from;
  return mark.exec(line)?.index ?? line.length;
}

function lineOf(lines: readonly Span[], index: number): Span {
  return lines[index] ?? { start: 0, end: 0 };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
