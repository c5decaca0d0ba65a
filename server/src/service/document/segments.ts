// Cuts a file into its YAML documents before anything is parsed. A line `---` or `...` at column 0
// ends a document even inside an unclosed quote or bracket (YAML forbids it there), so one broken
// document never hides the next, and an edit costs only the document that it stands in.

import { withLineFeeds } from './lineBreaks';

/**
 * The texts of all documents of `text`, in order, their marker lines included; never empty. Joined
 * they give `text` again.
 */
export function splitSegments(text: string): readonly string[] {
  const segments: string[] = [];
  let start = 0;
  const close = (end: number): void => {
    segments.push(text.slice(start, end));
    start = end;
  };
  const lines = withLineFeeds(text);
  for (const marker of findMarkers(lines)) {
    if (marker.kind === 'end') close(marker.lineEnd);
    else if (marker.offset > start && opensNewDocument(lines, start, marker.offset))
      close(marker.offset);
  }
  if (start < text.length || segments.length === 0) close(text.length);
  return segments;
}

interface Marker {
  readonly kind: 'start' | 'end';
  readonly offset: number;
  readonly lineEnd: number;
}

/** `---` and `...` at the start of a line, followed by white space or the end of the line. */
function* findMarkers(text: string): Generator<Marker> {
  for (const [offset, kind] of candidateOffsets(text)) {
    const next = text[offset + 3];
    if (next !== undefined && next !== ' ' && next !== '\t' && next !== '\r' && next !== '\n')
      continue;
    const newline = text.indexOf('\n', offset);
    yield { kind, offset, lineEnd: newline < 0 ? text.length : newline + 1 };
  }
}

/** Two `indexOf` searches merged in order: on large files several times faster than one expression. */
function* candidateOffsets(text: string): Generator<readonly [number, Marker['kind']]> {
  const find = (needle: string, from: number): number => {
    if (from <= 1 && text.startsWith(needle, byteOrderMark(text))) return byteOrderMark(text);
    const at = text.indexOf(`\n${needle}`, Math.max(from - 1, 0));
    return at < 0 ? Infinity : at + 1;
  };
  let startAt = find('---', 0);
  let endAt = find('...', 0);
  while (startAt !== Infinity || endAt !== Infinity) {
    if (startAt < endAt) {
      yield [startAt, 'start'];
      startAt = find('---', startAt + 3);
    } else {
      yield [endAt, 'end'];
      endAt = find('...', endAt + 3);
    }
  }
}

function byteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * A `---` behind nothing but comments, blank lines and directives belongs to the document that these
 * introduce; behind an earlier `---` or any content it opens the next one.
 */
function opensNewDocument(text: string, start: number, end: number): boolean {
  return /^(?!\uFEFF?(?:[ \t]*(?:#|$)|%))/m.test(text.slice(start, end));
}
