// A document cut into the pieces that formatting moves: scalars as the YAML parser found them, and the
// punctuation, comments and markers between them. What is not a piece is white space, so formatting
// that changes nothing between pieces but white space cannot lose anything.
import type { DataNode, ScalarStyle } from '../../document/node';

export type PieceKind =
  | 'marker'
  | 'comment'
  | 'dash'
  | 'colon'
  | 'comma'
  | 'open'
  | 'close'
  | 'property'
  | 'key'
  | 'value';

/** One piece. Offsets count from the start of the document. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  /** Column of the first character, in UTF-16 units. A byte order mark takes none. */
  readonly column: number;
  readonly startsLine: boolean;
  /** How many brackets the piece stands in; a bracket itself stands outside of its own pair. */
  readonly depth: number;
  /** How a scalar is written; other pieces count as plain. */
  readonly style: ScalarStyle;
}

/**
 * The pieces of a document without syntax errors, in the order of the text. Nothing when the document
 * holds something that the projection leaves out, such as a second key of the same name.
 */
export function splitPieces(
  text: string,
  root: DataNode | undefined,
): readonly Piece[] | undefined {
  const scalars: ScalarPlace[] = [];
  if (root !== undefined) collectScalars(root, scalars);
  const scanner = new Scanner(text, scalars);
  return scanner.run() ? scanner.pieces : undefined;
}

interface ScalarPlace {
  readonly kind: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
}

/** Keys and scalars that stand in the text themselves, in its order. */
function collectScalars(node: DataNode, into: ScalarPlace[]): void {
  if (node.borrowed) return;
  switch (node.kind) {
    case 'scalar':
      if (node.span.end > node.span.start) into.push(placeOf('value', node.span, node.style));
      return;
    case 'sequence':
      for (const item of node.items) collectScalars(item, into);
      return;
    case 'map':
      for (const { keySpan, value, borrowed } of node.entries) {
        if (borrowed) continue;
        into.push(placeOf('key', keySpan, 'plain'));
        collectScalars(value, into);
      }
  }
}

function placeOf(
  kind: ScalarPlace['kind'],
  { start, end }: DataNode['span'],
  style: ScalarStyle,
): ScalarPlace {
  return { kind, start, end, style };
}

const punctuation: Readonly<Record<string, PieceKind>> = {
  ':': 'colon',
  ',': 'comma',
  '[': 'open',
  '{': 'open',
  ']': 'close',
  '}': 'close',
};

const property = /[&!*](?:<[^>\s]*>|[^\s,[\]{}]*)/y;

class Scanner {
  readonly pieces: Piece[] = [];
  readonly #text: string;
  readonly #scalars: readonly ScalarPlace[];
  #nextScalar = 0;
  #at: number;
  #lineStart: number;
  #startsLine = true;
  #depth = 0;

  constructor(text: string, scalars: readonly ScalarPlace[]) {
    this.#text = text;
    this.#scalars = scalars;
    this.#at = this.#lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Whether everything in the text is a piece or white space. */
  run(): boolean {
    for (;;) {
      this.#skipWhiteSpace();
      if (this.#at >= this.#text.length) return this.#nextScalar === this.#scalars.length;
      if (!this.#readPiece()) return false;
    }
  }

  #skipWhiteSpace(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at];
      if (character === '\n') {
        this.#lineStart = this.#at + 1;
        this.#startsLine = true;
      } else if (character === '\r') {
        if (this.#text[this.#at + 1] !== '\n') return;
      } else if (character !== ' ' && character !== '\t') return;
    }
  }

  #readPiece(): boolean {
    const scalar = this.#scalars[this.#nextScalar];
    if (scalar === undefined || scalar.start > this.#at) return this.#readBetweenScalars();
    this.#nextScalar++;
    if (scalar.start < this.#at || scalar.end <= scalar.start) return false;
    const end = scalar.style === 'block' ? blockScalarEnd(this.#text, scalar) : scalar.end;
    this.#push(scalar.kind, end, scalar.style);
    this.#noteLineBreaks(scalar.start, end);
    return true;
  }

  #readBetweenScalars(): boolean {
    const character = this.#text[this.#at] ?? '';
    switch (character) {
      case '#':
        return this.#push('comment', this.#contentEnd());
      case '&':
      case '!':
      case '*':
        property.lastIndex = this.#at;
        property.test(this.#text);
        return this.#push('property', property.lastIndex);
      case '<':
        return this.#text.startsWith('<<', this.#at) && this.#push('key', this.#at + 2);
      case '-':
      case '.':
      case '%':
        return this.#readLineMarker(character);
      default:
        return this.#readPunctuation(punctuation[character]);
    }
  }

  #readLineMarker(character: string): boolean {
    const isFirst = this.#at === this.#lineStart;
    if (isFirst && character === '%') return this.#push('marker', this.#contentEnd());
    if (isFirst && this.#text.startsWith(character.repeat(3), this.#at))
      return this.#push('marker', this.#at + 3);
    return character === '-' && this.#push('dash', this.#at + 1);
  }

  #readPunctuation(kind: PieceKind | undefined): boolean {
    const needsBracket = kind === 'comma' || kind === 'close';
    if (kind === undefined || (needsBracket && this.#depth === 0)) return false;
    if (kind === 'close') this.#depth--;
    this.#push(kind, this.#at + 1);
    if (kind === 'open') this.#depth++;
    return true;
  }

  #push(kind: PieceKind, end: number, style: ScalarStyle = 'plain'): true {
    const start = this.#at;
    const column = start - this.#lineStart;
    this.pieces.push({
      kind,
      start,
      end,
      column,
      startsLine: this.#startsLine,
      depth: this.#depth,
      style,
    });
    this.#at = end;
    this.#startsLine = false;
    return true;
  }

  /** A scalar of several lines ends on another line than it began on, or at the start of one. */
  #noteLineBreaks(start: number, end: number): void {
    const newline = this.#text.slice(start, end).lastIndexOf('\n');
    if (newline < 0) return;
    this.#lineStart = start + newline + 1;
    this.#startsLine = this.#lineStart === end;
  }

  /** End of the present line, without blanks at its end. */
  #contentEnd(): number {
    const newline = this.#text.indexOf('\n', this.#at);
    return endWithout(' \t\r', this.#text, newline < 0 ? this.#text.length : newline);
  }
}

/** A block scalar holds the empty lines behind it, but they are part of its value only with a plus sign. */
function blockScalarEnd(text: string, { start, end }: ScalarPlace): number {
  if (/^\S*\+/.test(text.slice(start, end))) return end;
  return endWithout('\r\n', text, end);
}

/** Moves `end` in front of all characters of `tail` that stand before it. */
function endWithout(tail: string, text: string, end: number): number {
  let at = end;
  while (at > 0 && tail.includes(text[at - 1] ?? '')) at--;
  return at;
}
