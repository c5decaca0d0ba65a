// A file as a list of analysed documents. A snapshot is built from the one before it: documents whose
// text has not changed keep their analysis, so an edit costs one document, however long the file is.
import { analyze, liveFactsOf, nothingLive, type Analysis } from './analysis';
import { readFileText, type FileText, type Segment } from './document/fileText';
import { limitProblem, limitsInWords, maxFileLength } from './document/limits';
import { LineIndex, type LineColumn } from './document/lineIndex';
import { LongText } from './document/longText';
import type { LiveLookup } from './rules/connectionFacts';

/** One document of a file and where it stands. The same object as long as both are the same. */
export class SnapshotDocument {
  readonly segment: Segment;
  /** Line of the document in the file. */
  readonly line: number;
  readonly #analysis: () => Analysis;

  constructor(segment: Segment, line: number, analysis: () => Analysis) {
    this.segment = segment;
    this.line = line;
    this.#analysis = analysis;
  }

  /** What is known about the document; made when somebody asks first, because not everybody does. */
  get analysis(): Analysis {
    return this.#analysis();
  }

  /** The same document at another line, with the same analysis. */
  at(line: number): SnapshotDocument {
    return line === this.line ? this : new SnapshotDocument(this.segment, line, this.#analysis);
  }
}

/** All documents of one version of a file. */
export interface Snapshot {
  readonly documents: readonly SnapshotDocument[];
  /** What is known of live connections; a document that is checked against other facts is another one. */
  readonly live: LiveLookup;
}

/** The snapshot of a text that nothing is known about. */
export function createSnapshot(text: string, live?: LiveLookup): Snapshot {
  return snapshotOf(readFileText(text), undefined, live);
}

/**
 * The snapshot of `file`; `previous` is the snapshot of an earlier version of it. `live` is to be the
 * same function as long as it finds the same.
 */
export function snapshotOf(
  file: FileText,
  previous?: Snapshot,
  live: LiveLookup = nothingLive,
): Snapshot {
  if (file instanceof LongText) return { documents: [tooLarge(file)], live };
  const find = finder(previous === undefined ? [] : stillValid(previous, live));
  let line = 0;
  const documents = file.map((segment, index) => {
    const document =
      find(segment, index)?.at(line) ??
      new SnapshotDocument(segment, line, analysisOf(segment, live));
    line += segment.lines.lineCount - 1;
    return document;
  });
  return { documents, live };
}

/** The document that holds a line, which counts from the start of the file. */
export function documentAtLine(snapshot: Snapshot, line: number): SnapshotDocument {
  const document = snapshot.documents[documentIndexAtLine(snapshot, line)];
  if (document === undefined) throw new Error('A snapshot always has a document.');
  return document;
}

/** The index of the document that holds a line. */
export function documentIndexAtLine({ documents }: Snapshot, line: number): number {
  let low = 0;
  let high = documents.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.line ?? 0) <= line) low = middle;
    else high = middle;
  }
  return low;
}

/** Offset inside `document` of a position in the file. */
export function offsetInDocument(
  { segment, line }: SnapshotDocument,
  position: LineColumn,
): number {
  return segment.lines.offsetAt({ line: position.line - line, character: position.character });
}

/** Position in the file of an offset inside `document`. */
export function positionInFile({ segment, line }: SnapshotDocument, offset: number): LineColumn {
  const position = segment.lines.positionAt(offset);
  return { line: position.line + line, character: position.character };
}

/** The documents that would be analysed just so with what is known of live connections now. */
function stillValid(previous: Snapshot, live: LiveLookup): readonly SnapshotDocument[] {
  if (previous.live === live) return previous.documents;
  return previous.documents.filter(({ analysis: { root } }) => {
    if (root === undefined) return true;
    return liveFactsOf(root, previous.live) === liveFactsOf(root, live);
  });
}

/** Finds the old document of a segment: at the same index, or, after documents came or went, anywhere. */
function finder(
  old: readonly SnapshotDocument[],
): (segment: Segment, index: number) => SnapshotDocument | undefined {
  let bySegment: ReadonlyMap<Segment, SnapshotDocument> | undefined;
  return (segment, index) => {
    const candidate = old[index];
    if (candidate?.segment === segment) return candidate;
    bySegment ??= new Map(old.map((document) => [document.segment, document]));
    return bySegment.get(segment);
  };
}

/** One empty document: it has the lines of the start of the file, so that its problem has a place. */
function tooLarge({ head, length }: LongText): SnapshotDocument {
  const reason =
    length > maxFileLength
      ? `is too large to be checked (more than ${limitsInWords.fileLength})`
      : `has too many documents to be checked (more than ${limitsInWords.documents})`;
  const segment = { text: '', written: '', lines: new LineIndex(head) };
  const problems = [limitProblem(head, `This file ${reason}. Split it into several files.`)];
  const analysis: Analysis = {
    text: segment.text,
    lines: segment.lines,
    root: undefined,
    suppressions: [],
    problems,
    syntax: problems,
    isReadable: false,
    reliableUntil: 0,
    live: nothingLive,
  };
  return new SnapshotDocument(segment, 0, () => analysis);
}

function analysisOf({ text, lines }: Segment, live: LiveLookup): () => Analysis {
  let analysis: Analysis | undefined;
  return () => (analysis ??= analyze(text, lines, live));
}
