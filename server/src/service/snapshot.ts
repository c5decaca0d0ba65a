// A file as a list of analysed documents. A snapshot is built from the one before it: documents whose
// text has not changed keep their analysis, so an edit costs one document, however long the file is.
import { liveFactsOf, nothingLive, refusedAnalysis, type Analysis } from './analysis';
import { readFileText, type FileText, type Segment } from './document/fileText';
import { limitProblem, limitsInWords, maxFileLength } from './document/limits';
import { LineIndex, type LineColumn } from './document/lineIndex';
import { LongText } from './document/longText';
import { allowedWork, FileBudget, Reading } from './fileBudget';
import type { LiveLookup } from './rules/connectionFacts';

/** One document of a file and where it stands. The same object as long as both are the same. */
export class SnapshotDocument {
  readonly segment: Segment;
  /** Line of the document in the file. */
  readonly line: number;
  readonly #source: AnalysisSource;

  constructor(segment: Segment, line: number, source: AnalysisSource) {
    this.segment = segment;
    this.line = line;
    this.#source = source;
  }

  /** What is known about the document; made when somebody asks first, because not everybody does. */
  get analysis(): Analysis {
    return this.#source.analysis;
  }

  /** Its text with the analysis, whether the budget of the file covers it or not. */
  get reading(): Reading | undefined {
    return this.#source instanceof BudgetedReading ? this.#source.reading : undefined;
  }

  /** Whether its analysis is that of its text in every file that has enough left for all its documents. */
  get isCovered(): boolean {
    return this.#source instanceof BudgetedReading && this.#source.isCovered;
  }

  /** The same document at another line, with the same analysis. */
  at(line: number): SnapshotDocument {
    return line === this.line ? this : new SnapshotDocument(this.segment, line, this.#source);
  }
}

/** Where the analysis of a document comes from. */
interface AnalysisSource {
  readonly analysis: Analysis;
}

/** The analysis of a text, unless the file has nothing left for it. */
class BudgetedReading implements AnalysisSource {
  readonly reading: Reading;
  readonly #covers: () => boolean;
  #analysis: Analysis | undefined;

  constructor(reading: Reading, covers: () => boolean) {
    this.reading = reading;
    this.#covers = covers;
  }

  get analysis(): Analysis {
    this.#analysis ??= this.#covers() ? this.reading.analysis : this.reading.omitted;
    return this.#analysis;
  }

  /** As far as anybody knows: to find out might mean to read the documents above. */
  get isCovered(): boolean {
    return this.#analysis !== undefined && this.#analysis === this.reading.known;
  }
}

/** A document that the budget of its file covers for certain. */
class CoveredReading extends BudgetedReading {
  constructor(reading: Reading) {
    super(reading, () => true);
  }

  override get isCovered(): boolean {
    return true;
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
  const known = file.map(find);
  const readings = file.map(
    (segment, index) => known[index]?.reading ?? new Reading(segment, live),
  );
  const length = file.reduce((sum, { text }) => sum + text.length, 0);
  const budget = new FileBudget(readings, allowedWork(length));
  const isCovered = budget.coversAll;
  let line = 0;
  const documents = readings.map((reading, index) => {
    const old = known[index];
    const source = isCovered
      ? new CoveredReading(reading)
      : new BudgetedReading(reading, () => budget.covers(index));
    const document =
      isCovered && old?.isCovered === true
        ? old.at(line)
        : new SnapshotDocument(reading.segment, line, source);
    line += reading.segment.lines.lineCount - 1;
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
  return previous.documents.filter(({ reading }) => {
    if (reading?.known === undefined) return false;
    const { root } = reading.known;
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
  const problem = limitProblem(head, `This file ${reason}. Split it into several files.`);
  return new SnapshotDocument(segment, 0, {
    analysis: refusedAnalysis(segment.text, segment.lines, problem),
  });
}
