// A text in pieces of a few thousand characters. An edit costs one piece and a look at the line counts
// of the others, so thousands of edits in one message, and edits of a file that nobody could check, cost
// little more than reading the text once.
import type { LineColumn } from './lineIndex';

/** One edit as LSP sends it. Without a range the text is that of the whole file. */
export interface TextChange {
  readonly range?: { readonly start: LineColumn; readonly end: LineColumn };
  readonly text: string;
}

/** Length of a piece: a shorter one makes the list of pieces long, a longer one is slow to look through. */
const pieceLength = 4096;

/** A piece of the text, which never ends between the two characters of one line break. */
interface Piece {
  readonly text: string;
  /** How many line breaks it holds. */
  readonly breaks: number;
}

/** A place as the index of a piece and an offset in it. */
interface Place {
  readonly index: number;
  readonly offset: number;
}

/** One version of the text; an edit makes another one, which shares what the edit did not touch. */
export class LongText {
  readonly length: number;
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[], length: number) {
    this.#pieces = pieces;
    this.length = length;
  }

  static of(text: string): LongText {
    return new LongText(cut(text), text.length);
  }

  /** The text after one edit. */
  edit({ range, text }: TextChange): LongText {
    if (range === undefined) return LongText.of(text);
    const pieces = this.#pieces;
    const [start, end] = inOrder(this.#placeAt(range.start), this.#placeAt(range.end));
    // A place between two pieces is the end of the first one. So the piece behind it belongs to the edit:
    // a carriage return and a line feed that are brought together are one line break.
    const first = start.index;
    const isAtEnd = end.offset === this.#textOf(end.index).length;
    const last = isAtEnd ? Math.min(end.index + 1, pieces.length - 1) : end.index;
    const head = this.#between({ index: first, offset: 0 }, start);
    const tail = this.#between(end, { index: last, offset: Infinity });
    const removed = this.#between(start, end).length;
    return new LongText(
      [...pieces.slice(0, first), ...cut(head + text + tail), ...pieces.slice(last + 1)],
      this.length - removed + text.length,
    );
  }

  toString(): string {
    return this.#pieces.map(({ text }) => text).join('');
  }

  /** The text from the start, as much of it as one piece holds. */
  get head(): string {
    return this.#pieces[0]?.text ?? '';
  }

  #between(start: Place, end: Place): string {
    if (start.index === end.index) return this.#textOf(start.index).slice(start.offset, end.offset);
    let text = this.#textOf(start.index).slice(start.offset);
    for (let index = start.index + 1; index < end.index; index++) text += this.#textOf(index);
    return text + this.#textOf(end.index).slice(0, end.offset);
  }

  /** The place of a position; a column behind the end of its line means the end of the line. */
  #placeAt({ line, character }: LineColumn): Place {
    if (line < 0) return { index: 0, offset: 0 };
    let left = line;
    for (const [index, { text, breaks }] of this.#pieces.entries()) {
      if (left <= breaks)
        return this.#placeInLine({ index, offset: behindBreaks(text, left) }, character);
      left -= breaks;
    }
    const index = Math.max(this.#pieces.length - 1, 0);
    return { index, offset: this.#textOf(index).length };
  }

  #placeInLine(lineStart: Place, character: number): Place {
    let { index, offset } = lineStart;
    let left = Math.max(character, 0);
    for (;;) {
      const text = this.#textOf(index);
      const lineEnd = endOfLine(text, offset);
      const isLast = lineEnd < text.length || index >= this.#pieces.length - 1;
      if (isLast || offset + left <= lineEnd)
        return { index, offset: Math.min(offset + left, lineEnd) };
      left -= text.length - offset;
      index++;
      offset = 0;
    }
  }

  #textOf(index: number): string {
    return this.#pieces[index]?.text ?? '';
  }
}

function inOrder(a: Place, b: Place): readonly [Place, Place] {
  return a.index < b.index || (a.index === b.index && a.offset <= b.offset) ? [a, b] : [b, a];
}

function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const wanted = start + pieceLength;
    const end = isInsideBreak(text, wanted) ? wanted + 1 : wanted;
    const piece = text.slice(start, end);
    pieces.push({ text: piece, breaks: countBreaks(piece) });
    start = end;
  }
  return pieces;
}

function isInsideBreak(text: string, offset: number): boolean {
  return text.charCodeAt(offset - 1) === carriageReturn && text.charCodeAt(offset) === lineFeed;
}

function countBreaks(text: string): number {
  let breaks = 0;
  for (let at = 0; at < text.length; at++) if (endsLine(text, at)) breaks++;
  return breaks;
}

/** The offset behind so many line breaks, of which there are enough. */
function behindBreaks(text: string, breaks: number): number {
  let left = breaks;
  let at = 0;
  while (left > 0) if (endsLine(text, at++)) left--;
  return at;
}

/** Whether a line break ends with this character. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
