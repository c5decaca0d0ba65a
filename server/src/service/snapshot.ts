// A file as a list of analysed documents. A snapshot is built from the one before it: documents whose
// text has not changed keep their analysis, so an edit costs one document, however long the file is.
import { analyze, type Analysis } from './analysis';
import { limitProblem, maxFileLength } from './document/limits';
import { LineIndex, type LineColumn } from './document/lineIndex';
import { splitSegments } from './document/segments';

/** One document of a file: its analysis and where it stands. */
export interface SnapshotDocument {
  /** Offset of the document in the file. */
  readonly start: number;
  /** Line of the document in the file. */
  readonly line: number;
  readonly analysis: Analysis;
}

/** All documents of one version of a file. */
export interface Snapshot {
  readonly documents: readonly SnapshotDocument[];
}

/** The snapshot of `text`; `previous` is the snapshot of an earlier text of the same file. */
export function createSnapshot(text: string, previous?: Snapshot): Snapshot {
  if (text.length > maxFileLength)
    return { documents: [{ start: 0, line: 0, analysis: tooLarge(text) }] };
  const segments = splitSegments(text);
  const old = previous?.documents ?? [];
  const reusable = (index: number, fromEnd: number): Analysis | undefined => {
    const candidate = old[index]?.analysis ?? undefined;
    const mirrored = old[old.length - fromEnd]?.analysis;
    const segment = segments[index]?.text;
    if (candidate?.text === segment) return candidate;
    return mirrored?.text === segment ? mirrored : undefined;
  };
  let line = 0;
  const documents = segments.map((segment, index) => {
    const analysis = reusable(index, segments.length - index) ?? analyze(detach(segment.text));
    const document = { start: segment.start, line, analysis };
    line += analysis.lines.lineCount - 1;
    return document;
  });
  return { documents };
}

/** The document that holds a line, which counts from the start of the file. */
export function documentAtLine(snapshot: Snapshot, line: number): SnapshotDocument {
  const { documents } = snapshot;
  let low = 0;
  let high = documents.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.line ?? 0) <= line) low = middle;
    else high = middle;
  }
  const document = documents[low];
  if (document === undefined) throw new Error('A snapshot always has a document.');
  return document;
}

/** Offset inside `document` of a position in the file. */
export function offsetInDocument(
  { analysis, line }: SnapshotDocument,
  position: LineColumn,
): number {
  return analysis.lines.offsetAt({ line: position.line - line, character: position.character });
}

/** Position in the file of an offset inside `document`. */
export function positionInFile({ analysis, line }: SnapshotDocument, offset: number): LineColumn {
  const position = analysis.lines.positionAt(offset);
  return { line: position.line + line, character: position.character };
}

function tooLarge(text: string): Analysis {
  const message =
    'This file is too large to be checked (more than 8 MiB). Split it into several files.';
  return {
    text: '',
    lines: new LineIndex(''),
    root: undefined,
    suppressions: [],
    problems: [limitProblem(text.slice(0, 1000), message)],
  };
}

/**
 * A copy of `text` that shares no memory with the file it was cut from. Engines keep the whole
 * parent of a substring alive; a thousand documents would keep a thousand old versions of the file.
 */
function detach(text: string): string {
  return ` ${text}`.slice(1);
}
