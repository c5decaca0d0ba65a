// Offsets inside one YAML document. LSP ranges exist only at the edge (lsp/).

/** A half-open piece of text: UTF-16 offsets `start` (included) to `end` (excluded). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of `span` that stands on its first line, so that no squiggle runs over a whole block. */
export function firstLine(text: string, span: Span): Span {
  const newline = text.slice(span.start, span.end).search(/[\r\n]/);
  return newline < 0 ? span : { start: span.start, end: span.start + newline };
}

/** The line that holds `offset`, without its line break. */
export function lineAround(text: string, offset: number): Span {
  const lineStart = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  // A byte order mark is no part of the first line.
  const start = lineStart === 0 && text.charCodeAt(0) === 0xfeff ? 1 : lineStart;
  const rest = text.slice(start).search(/[\r\n]/);
  return { start, end: rest < 0 ? text.length : start + rest };
}

/** Whether `offset` is inside `span` or at one of its edges (a cursor touches both). */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether `inner` lies in `outer`, edges included. */
export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Start of the run of such characters that ends at `end`. An expression that is tied to the end of a text
 * would try each of its characters as the start of the run.
 */
export function runStart(text: string, end: number, character: RegExp): number {
  let start = end;
  while (start > 0 && character.test(text.charAt(start - 1))) start--;
  return start;
}

/** Behind the last visible character of `span`: blocks end behind the line break of their last line. */
export function contentEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The text of `span` without white space at both ends, as a span. */
export function trimSpan(text: string, span: Span): Span {
  const raw = text.slice(span.start, span.end);
  const start = span.start + (raw.length - raw.trimStart().length);
  return { start, end: Math.max(start, span.start + raw.trimEnd().length) };
}
