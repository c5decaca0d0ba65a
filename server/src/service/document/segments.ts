// Cuts a file into its YAML documents before anything is parsed. A line `---` or `...` at column 0
// ends a document even inside an unclosed quote or bracket (YAML forbids it there), so one broken
// document never hides the next, and an edit costs only the document that it stands in.

import { withLineFeeds } from './lineBreaks';

/**
 * The texts of all documents of `text`, in order, their marker lines included; never empty. Joined
 * they give `text` again.
 */
export function splitSegments(text: string): readonly string[] {
  return [...segmentsIn(text)];
}

/** The same one by one, for a text that may have more than anybody wants. */
export function* segmentsIn(text: string): Generator<string> {
  let start = 0;
  const lines = withLineFeeds(text);
  for (const marker of findMarkers(lines)) {
    const end = marker.kind === 'end' ? marker.lineEnd : marker.offset;
    const isEnd =
      marker.kind === 'end' || (end > start && opensNewDocument(lines.slice(start, end)));
    if (!isEnd) continue;
    yield text.slice(start, end);
    start = end;
  }
  if (start < text.length || text === '') yield text.slice(start);
}

interface Marker {
  readonly kind: 'start' | 'end';
  readonly offset: number;
  readonly lineEnd: number;
}

/** `---` and `...` at the start of a line, followed by white space or the end of the line. */
function* findMarkers(text: string): Generator<Marker> {
  yield* markersAt(text, 0);
  for (const offset of candidateOffsets(text)) {
    const marker = markerAt(text, offset);
    if (marker === undefined) continue;
    yield marker;
    // A line with a byte order mark is no candidate. In front of a document YAML allows the mark.
    const isMarkNext = marker.kind === 'end' && hasMark(text, marker.lineEnd);
    if (isMarkNext) yield* markersAt(text, marker.lineEnd);
  }
}

/** The marker at the start of a document, and those behind it that a byte order mark hides. */
function* markersAt(text: string, start: number): Generator<Marker> {
  for (let at = start; ;) {
    const marker = markerAt(text, hasMark(text, at) ? at + 1 : at);
    if (marker === undefined) return;
    yield marker;
    at = marker.lineEnd;
    if (marker.kind === 'start' || !hasMark(text, at)) return;
  }
}

function hasMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0xfeff;
}

function markerAt(text: string, offset: number): Marker | undefined {
  const kind = markerKinds[text.slice(offset, offset + 3)];
  const next = text[offset + 3];
  if (kind === undefined || (next !== undefined && !/[ \t\r\n]/.test(next))) return undefined;
  const newline = text.indexOf('\n', offset);
  return { kind, offset, lineEnd: newline < 0 ? text.length : newline + 1 };
}

const markerKinds: Readonly<Record<string, Marker['kind']>> = { '---': 'start', '...': 'end' };

/**
 * Where a line break has a marker behind it: two `indexOf` searches merged in order, on large files
 * several times faster than one expression.
 */
function* candidateOffsets(text: string): Generator<number> {
  const find = (needle: string, from: number): number => {
    const at = text.indexOf(`\n${needle}`, from);
    return at < 0 ? Infinity : at + 1;
  };
  let startAt = find('---', 0);
  let endAt = find('...', 0);
  while (startAt !== Infinity || endAt !== Infinity) {
    if (startAt < endAt) {
      yield startAt;
      startAt = find('---', startAt + 2);
    } else {
      yield endAt;
      endAt = find('...', endAt + 2);
    }
  }
}

/**
 * A `---` behind nothing but comments, blank lines and directives belongs to the document that these
 * introduce; behind an earlier `---` or any content it opens the next one.
 */
function opensNewDocument(before: string): boolean {
  return /(?<![^\n])(?!\uFEFF?(?:[ \t]*(?:#|\r?\n|\r?$)|%))/.test(before);
}
