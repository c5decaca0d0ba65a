// Folding: documents, blocks of keys, lists, and runs of comment lines.
import type { FoldingRange } from 'vscode-languageserver-types';
import { walk } from '../document/node';
import { positionInFile, type Snapshot, type SnapshotDocument } from '../snapshot';
import { FoldingRangeKind } from './lspValues';

/** All folding ranges of a file. */
export function foldingRanges(snapshot: Snapshot): FoldingRange[] {
  return snapshot.documents.flatMap((document) => [
    ...(snapshot.documents.length > 1 ? wholeDocument(document) : []),
    ...blocks(document),
    ...comments(document),
  ]);
}

function wholeDocument(document: SnapshotDocument): FoldingRange[] {
  const { text } = document.segment;
  const startLine = positionInFile(document, text.length - text.trimStart().length).line;
  const endLine = positionInFile(document, text.trimEnd().length).line;
  return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : [];
}

function blocks(document: SnapshotDocument): FoldingRange[] {
  const { root, text } = document.analysis;
  if (root === undefined) return [];
  const ranges: FoldingRange[] = [];
  for (const node of walk(root)) {
    if (node.kind !== 'map') continue;
    for (const { keySpan, value, borrowed } of node.entries) {
      if (borrowed || value.borrowed || value.kind === 'scalar') continue;
      const startLine = positionInFile(document, keySpan.start).line;
      const end = value.span.start + text.slice(value.span.start, value.span.end).trimEnd().length;
      const endLine = positionInFile(document, end).line;
      if (endLine > startLine) ranges.push({ startLine, endLine });
    }
  }
  return ranges;
}

function comments(document: SnapshotDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const runs = /(?:^[ \t]*#[^\r\n]*(?:\r\n|\n|\r|$)){2,}/gm;
  for (const match of document.segment.text.matchAll(runs)) {
    const startLine = positionInFile(document, match.index).line;
    const endLine = positionInFile(document, match.index + match[0].trimEnd().length).line;
    ranges.push({ startLine, endLine, kind: FoldingRangeKind.Comment });
  }
  return ranges;
}
