// Changes of the text of one document.
import type { Span } from './span';

/** One change: the text of `span` gives way to `text`. Offsets count from the start of the document. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The text with the edits made; they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: inserted } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    parts.push(text.slice(at, span.start), inserted);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
