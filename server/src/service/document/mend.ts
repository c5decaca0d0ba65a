// A mistake that can be read past: what is wrong, and what to read in its place. A mended text is only
// read, never shown.
import type { Edit } from './edit';
import { firstLine, type Span } from './span';

/** A mistake and its mend. */
export interface Mend {
  /** `continued`: a part of the one above. `invalid`: the parser says what it is. */
  readonly mistake: 'unfinished' | 'no-colon' | 'stray-item' | 'unclosed' | 'continued' | 'invalid';
  /** What is wrong. */
  readonly span: Span;
  /** The lines that are a part of it: what is read there may not be what was meant. */
  readonly lines: Span;
  readonly edits: readonly Edit[];
  /** What closes something unclosed, whether that is how it is mended or not. */
  readonly closing?: Edit;
}

/** Makes comments of what stands in `span`, line by line. */
export function leaveOut(text: string, span: Span): readonly Edit[] {
  return [...text.slice(span.start, span.end).matchAll(/^[ \t]*([^\s#])/gm)].map((match) => {
    const at = span.start + match.index + match[0].length - 1;
    return { span: { start: at, end: at + 1 }, text: '#' };
  });
}

/** Makes a word without meaning of what stands in `span`; what is below its first line is left out. */
export function cover(text: string, span: Span): readonly Edit[] {
  const first = firstLine(text, span);
  const word = { span: first, text: '_'.repeat(first.end - first.start) };
  return [word, ...leaveOut(text, { start: first.end, end: span.end })];
}
