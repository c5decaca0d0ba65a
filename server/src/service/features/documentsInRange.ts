// The documents of a file that a range touches: editors ask for what is on the screen.
import type { Range } from 'vscode-languageserver-types';
import { documentIndexAtLine, type Snapshot, type SnapshotDocument } from '../snapshot';

/**
 * The documents of which a line lies in `range`; all of them without one. Finding them costs as much
 * as they are, whatever the length of the file.
 */
export function documentsInRange(snapshot: Snapshot, range?: Range): readonly SnapshotDocument[] {
  const { documents } = snapshot;
  if (range === undefined) return documents;
  const from = documentIndexAtLine(snapshot, range.start.line);
  let to = from + 1;
  while (to < documents.length && (documents[to]?.line ?? Infinity) <= range.end.line) to++;
  return documents.slice(from, to);
}

/** Whether a line of the file lies in `range`. */
export function isLineInRange(line: number, range: Range | undefined): boolean {
  return range === undefined || (range.start.line <= line && line <= range.end.line);
}
