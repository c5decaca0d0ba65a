// The text of a file, kept as the texts of its YAML documents. An edit touches the documents around
// it and nothing else: the text of the whole file is never put together again.
import { LineIndex, type LineColumn } from './lineIndex';
import { maxDocuments, maxFileLength } from './limits';
import { withLineFeeds } from './lineBreaks';
import { LongText, type TextChange } from './longText';
import { segmentsIn, splitSegments } from './segments';

export type { TextChange } from './longText';

/** The text of one YAML document with its lines. The same object as long as the text is the same. */
export interface Segment {
  /** The text that is read: with line feeds in place of lone carriage returns. */
  readonly text: string;
  /** The text as it stands in the file, of the same length. */
  readonly written: string;
  readonly lines: LineIndex;
}

/** The documents of a file in order; never empty. */
type Segments = readonly Segment[];

/** The text of one version of a file: its documents or, when they are too many or too long to be checked, just text. */
export type FileText = Segments | LongText;

/** So many edits are made one after the other; with more it is cheaper to cut the whole file anew. */
const mostSteps = 8;
/** Length of a text that is put in by such an edit. */
const longestStep = 1 << 16;

/** Reads a text. Documents that `previous` had at the same place, from either end, are taken over. */
export function readFileText(text: string, previous: FileText = []): FileText {
  if (text.length > maxFileLength) return LongText.of(text);
  const pieces: string[] = [];
  for (const piece of segmentsIn(text)) {
    pieces.push(piece);
    if (pieces.length > maxDocuments) return LongText.of(text);
  }
  return takeOver(pieces, previous instanceof LongText ? [] : previous);
}

/**
 * The file after edits, each of which counts from the text that the one before has made. Documents that
 * no edit touches are the same objects.
 */
export function changeFileText(file: FileText, changes: readonly TextChange[]): FileText {
  const whole = changes.findLastIndex(({ range }) => range === undefined);
  const replaced = whole < 0 ? file : readFileText(changes[whole]?.text ?? '', file);
  const edits = changes.slice(whole + 1);
  if (edits.length === 0) return replaced;
  const isSmall =
    edits.length <= mostSteps && edits.every(({ text }) => text.length <= longestStep);
  if (isSmall && !(replaced instanceof LongText)) {
    const changed = edits.reduce(changeSegments, replaced);
    return isWithinLimits(changed) ? changed : LongText.of(joined(changed));
  }
  const long = replaced instanceof LongText ? replaced : LongText.of(joined(replaced));
  const changed = edits.reduce((text, edit) => text.edit(edit), long);
  // Nobody puts the pieces together at each keystroke in a file that stays too long.
  return changed.length > maxFileLength ? changed : readFileText(changed.toString(), replaced);
}

function changeSegments(file: Segments, { range, text }: TextChange): Segments {
  if (range === undefined) return file;
  const [start, end] = inOrder(placeAt(file, range.start), placeAt(file, range.end));
  const head = textOf(file, start.index).slice(0, start.offset);
  const changed = head + text + textOf(file, end.index).slice(end.offset);
  // A marker at the edge of a document may appear or vanish, which joins it with its neighbours.
  const first = Math.max(start.index - 1, 0);
  const before = first < start.index ? textOf(file, first) : '';
  const { pieces, last } = splitUntilSettled(file, before + changed, end.index);
  return [
    ...file.slice(0, first),
    ...takeOver(pieces, file.slice(first, last + 1)),
    ...file.slice(last + 1),
  ];
}

function isWithinLimits(file: Segments): boolean {
  if (file.length > maxDocuments) return false;
  let length = 0;
  for (const { text } of file) length += text.length;
  return length <= maxFileLength;
}

function joined(file: Segments): string {
  return file.map(({ written }) => written).join('');
}

/** A place as the index of a document and an offset in it. */
interface Place {
  readonly index: number;
  readonly offset: number;
}

/** The place of a position; a column behind the end of its line means the end of the line. */
function placeAt(file: Segments, { line, character }: LineColumn): Place {
  if (line < 0) return { index: 0, offset: 0 };
  let left = line;
  for (const [index, segment] of file.entries()) {
    // The last line of a document is empty and belongs to the one behind it, if there is one.
    const owned = segment.lines.lineCount - 1;
    if (left < owned || index === file.length - 1)
      return { index, offset: offsetInLine(segment, left, character) };
    left -= owned;
  }
  return { index: 0, offset: 0 };
}

function offsetInLine({ text, lines }: Segment, line: number, character: number): number {
  const start = lines.offsetAt({ line, character: 0 });
  let offset = lines.offsetAt({ line, character });
  while (offset > start && isLineBreak(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function inOrder(a: Place, b: Place): readonly [Place, Place] {
  return a.index < b.index || (a.index === b.index && a.offset <= b.offset) ? [a, b] : [b, a];
}

/**
 * Splits `changed`, which ends with document `last`, together with as many documents behind it as
 * it takes until the split meets a document that was there before: from there on all is as it was.
 */
function splitUntilSettled(
  file: Segments,
  changed: string,
  last: number,
): { readonly pieces: readonly string[]; readonly last: number } {
  let text = changed;
  let end = last;
  for (let step = 1; ; step *= 2) {
    const next = Math.min(end + step, file.length - 1);
    for (let index = end + 1; index <= next; index++) text += textOf(file, index);
    end = next;
    const pieces = splitSegments(text);
    const isSettled = end > last && pieces.length > 1 && pieces.at(-1) === textOf(file, end);
    if (isSettled || end === file.length - 1) return { pieces, last: end };
  }
}

/** Segments of `texts`; those that `old` has at the same place, from either end, are taken from it. */
function takeOver(texts: readonly string[], old: Segments): Segments {
  return texts.map((text, index) => {
    const candidates = [old[index], old[old.length - texts.length + index]];
    return candidates.find((each) => each?.written === text) ?? toSegment(text);
  });
}

/**
 * The text is copied, so that it shares no memory with the one it was cut from: engines keep the
 * whole parent of a substring alive, and a thousand documents would keep a thousand old texts.
 */
function toSegment(text: string): Segment {
  const own = ` ${text}`.slice(1);
  return { text: withLineFeeds(own), written: own, lines: new LineIndex(own) };
}

function textOf(file: Segments, index: number): string {
  return file[index]?.written ?? '';
}
