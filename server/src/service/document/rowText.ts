// The small pieces of a line: blanks, marks, quotes, the colon behind a key.
import type { Span } from './span';

/** The lines of `text` without their line breaks; a byte order mark is no part of the first one. */
export function lineSpans(text: string): readonly Span[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const span = {
      start: start === 0 && line.startsWith('\uFEFF') ? 1 : start,
      end: start + line.replace(/\r$/, '').length,
    };
    start += line.length + 1;
    return span;
  });
}

/** The first place from `offset` on that is no blank. */
export function skipBlanks(text: string, offset: number): number {
  return matchEnd(/[ \t]*/y, text, offset);
}

/** The first place behind the tags and anchors at `offset` and the blanks that follow them. */
export function skipMarks(text: string, offset: number): number {
  return matchEnd(/(?:[!&][^\s,[\]{}]*(?:[ \t]+|(?=[\r\n])|$))*/y, text, offset);
}

/** Whether nothing but a comment follows on the line. `offset` stands behind a blank or a line break. */
export function isNothing(text: string, offset: number): boolean {
  return /^[\r\n#]?$/.test(text.charAt(offset));
}

/** Where the quoted text that begins at `offset` ends on its line; nothing when it does not. */
export function quoteEnd(text: string, offset: number): number | undefined {
  const whole = text[offset] === '"' ? /"(?:[^"\\\r\n]|\\[^\r\n])*"/y : /'(?:[^'\r\n]|'')*'/y;
  const end = matchEnd(whole, text, offset);
  return end > offset ? end : undefined;
}

/** Where the plain text that begins at `start` ends on its line: in front of a comment, and of blanks. */
export function plainEnd(text: string, { start, end }: Span): number {
  const comment = text.slice(start, end).search(/[ \t]#/);
  const content = text.slice(start, comment < 0 ? end : start + comment);
  return start + content.trimEnd().length;
}

/** The colon behind the key that `span` begins with; nothing when it begins with no key. */
export function findColon(text: string, span: Span): number | undefined {
  const isQuoted = /["']/.test(text.charAt(span.start));
  const from = isQuoted ? quoteEnd(text, span.start) : span.start;
  if (from === undefined || /[[{]/.test(text.charAt(span.start))) return undefined;
  const rest = text.slice(from, plainEnd(text, { start: from, end: span.end }));
  const colon = isQuoted
    ? rest.search(/^[ \t]*:(?=[ \t]|$)/)
    : beforeBracket(rest).search(/:(?=[ \t]|$)/);
  return colon < 0 ? undefined : text.indexOf(':', from + colon);
}

/** A colon in brackets doesn't belong to the word before them. */
function beforeBracket(text: string): string {
  const bracket = text.search(/\s[[{]/);
  return bracket < 0 ? text : text.slice(0, bracket + 1);
}

function matchEnd(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  return sticky.test(text) ? sticky.lastIndex : offset;
}
