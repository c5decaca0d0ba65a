// Formatting: indentation, blanks and blank lines. Only white space between values changes; values,
// quotes, comments, the order of keys and line breaks stay. A document with a syntax error stays
// altogether, since nobody knows what its author meant.
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { applyEdits, type Edit } from '../document/edit';
import type { DataNode } from '../document/node';
import { parseSegment } from '../document/parse';
import { projectDocument } from '../document/project';
import { sameData } from '../document/sameData';
import type { Span } from '../document/span';
import { offsetInDocument, type Snapshot, type SnapshotDocument } from '../snapshot';
import { toTextEdit } from './diagnostics';
import { layOut, type LayoutOptions } from './formatting/layOut';
import { splitPieces } from './formatting/pieces';

/** What of the editor's options matters. YAML is indented with spaces whatever the editor prefers. */
export type FormatOptions = Pick<FormattingOptions, 'tabSize'>;

/** The edits that format a file; none for what is in form already. */
export function formatDocument(snapshot: Snapshot, options: FormatOptions): TextEdit[] {
  return snapshot.documents.flatMap((document, index) =>
    formatOne(snapshot, index, options, [{ start: 0, end: document.analysis.text.length }]),
  );
}

/**
 * The edits that format the lines of some ranges. Entries of one block must line up, so a block that
 * reaches beyond its range keeps its indentation.
 */
export function formatRanges(
  snapshot: Snapshot,
  ranges: readonly Range[],
  options: FormatOptions,
): TextEdit[] {
  return snapshot.documents.flatMap((document, index) => {
    const within = ranges.flatMap((range) => wholeLines(document, range));
    return within.length === 0 ? [] : formatOne(snapshot, index, options, within);
  });
}

/** The edits for one document, unless they would change what it says. */
function formatOne(
  snapshot: Snapshot,
  index: number,
  { tabSize }: FormatOptions,
  within: readonly Span[],
): TextEdit[] {
  const document = snapshot.documents[index];
  if (document === undefined) return [];
  const edits = layoutEdits(document.analysis, {
    unit: Number.isInteger(tabSize) && tabSize > 0 && tabSize <= maxUnit ? tabSize : defaultUnit,
    within,
    isFirst: index === 0,
    isLast: index === snapshot.documents.length - 1,
    lineBreak: lineBreakBefore(snapshot, index),
  });
  if (edits.length === 0) return [];
  const { root, text } = document.analysis;
  if (!saysTheSame(root, applyEdits(text, edits))) return [];
  return edits.map((edit) => toTextEdit(document, edit));
}

const defaultUnit = 2;
const maxUnit = 8;

/** The edits for a document as such; exported so that tests see them before the check of the data. */
export function layoutEdits(
  { root, text, isReadable }: Analysis,
  options: LayoutOptions,
): readonly Edit[] {
  if (!isReadable) return [];
  const pieces = splitPieces(text, root);
  return pieces === undefined ? [] : layOut(text, pieces, options);
}

/**
 * Whether `text` parses without an error to the data of `expected`: the last line of defence of a
 * promise that the way in which formatting works should keep anyway.
 */
function saysTheSame(expected: DataNode | undefined, text: string): boolean {
  const { tree, problems } = parseSegment(text);
  if (tree === undefined || problems.length > 0) return false;
  return sameData(expected, projectDocument(tree, text).root);
}

/** The line break that the file used last, for a last line that has none. */
function lineBreakBefore({ documents }: Snapshot, index: number): string {
  for (let at = index; at >= 0; at--) {
    const text = documents[at]?.analysis.text ?? '';
    const newline = text.lastIndexOf('\n');
    if (newline >= 0) return text[newline - 1] === '\r' ? '\r\n' : '\n';
  }
  return '\n';
}

/** The lines of a document that a range in the file touches; a range ends before its last column. */
function wholeLines(document: SnapshotDocument, { start, end }: Range): readonly Span[] {
  const { analysis, line } = document;
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  if (lastLine < line || start.line >= line + analysis.lines.lineCount) return [];
  return [
    {
      start: offsetInDocument(document, { line: Math.max(start.line, line), character: 0 }),
      end: offsetInDocument(document, { line: lastLine + 1, character: 0 }),
    },
  ];
}
