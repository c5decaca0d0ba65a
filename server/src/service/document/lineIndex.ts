// Turns offsets into lines and columns. Columns count UTF-16 code units, as LSP does by default.

/** Zero-based line and UTF-16 column. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

/** Line starts of one text. LF, CRLF and a lone CR end a line, as in LSP. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;
  /** A field of its own: it is read of every document of a file at every keystroke. */
  readonly lineCount: number;

  constructor(text: string) {
    const starts = [0];
    const breaks = /\r\n|\n|\r/g;
    while (breaks.exec(text) !== null) starts.push(breaks.lastIndex);
    this.#starts = starts;
    this.lineCount = starts.length;
    this.#length = text.length;
  }

  /** Line and column of `offset`; an offset outside the text is moved to its nearest edge. */
  positionAt(offset: number): LineColumn {
    const clamped = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle;
    }
    return { line: low, character: clamped - (this.#starts[low] ?? 0) };
  }

  /** Offset of a position; a column behind the end of its line is moved to the next line's start. */
  offsetAt(position: LineColumn): number {
    if (position.line >= this.#starts.length) return this.#length;
    const start = this.#starts[Math.max(position.line, 0)] ?? 0;
    const next = this.#starts[position.line + 1] ?? this.#length;
    return Math.min(start + Math.max(position.character, 0), next);
  }
}
