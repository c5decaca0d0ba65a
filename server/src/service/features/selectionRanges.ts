// Selection ranges: from the word under the cursor to its value, the value with its quotes, its entry,
// its block, its document and the file, each around the one before.
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { entrySpan, type DataNode } from '../document/node';
import { contentEnd, holds, touches, trimSpan, type Span } from '../document/span';
import {
  documentAtLine,
  offsetInDocument,
  positionInFile,
  type Snapshot,
  type SnapshotDocument,
} from '../snapshot';
import { rangeInFile } from './diagnostics';

/** For each position the innermost range with the ranges around it. */
export function selectionRanges(
  snapshot: Snapshot,
  positions: readonly Position[],
): SelectionRange[] {
  const file = wholeFile(snapshot);
  return positions.map((position) => {
    const document = documentAtLine(snapshot, position.line);
    const spans = spansAround(document, offsetInDocument(document, position));
    return spans
      .map((span) => rangeInFile(document, span))
      .filter((range) => !isSame(range, file))
      .reduce<SelectionRange>((parent, range) => ({ range, parent }), { range: file });
  });
}

function wholeFile({ documents }: Snapshot): Range {
  const last = documents.at(-1);
  const start = { line: 0, character: 0 };
  return {
    start,
    end: last === undefined ? start : positionInFile(last, last.segment.text.length),
  };
}

/** What holds the offset, from the document to the word; each strictly inside the one before. */
function spansAround({ analysis }: SnapshotDocument, offset: number): readonly Span[] {
  const { text, root } = analysis;
  const whole = { start: 0, end: text.length };
  const spans: Span[] = [whole, trimSpan(text, whole)];
  if (root !== undefined) collect(root, text, offset, spans);
  spans.push(wordAround(text, offset));
  const nested: Span[] = [];
  for (const candidate of spans) {
    const span = { start: candidate.start, end: contentEnd(text, candidate) };
    const outer = nested.at(-1);
    const isInner = outer === undefined || (holds(outer, span) && lengthOf(span) < lengthOf(outer));
    if (isInner && touches(span, offset) && lengthOf(span) > 0) nested.push(span);
  }
  return nested;
}

function collect(node: DataNode, text: string, offset: number, into: Span[]): void {
  into.push(node.span);
  if (node.borrowed) return;
  switch (node.kind) {
    case 'scalar':
      if (node.style === 'single' || node.style === 'double')
        into.push(withoutQuotes(text, node.span));
      return;
    case 'sequence': {
      const item = node.items.find(({ span }) => touches(span, offset));
      if (item !== undefined) collect(item, text, offset, into);
      return;
    }
    case 'map': {
      const entry = node.entries.find((each) => !each.borrowed && touches(entrySpan(each), offset));
      if (entry === undefined) return;
      into.push(entrySpan(entry));
      if (touches(entry.keySpan, offset)) into.push(entry.keySpan);
      else collect(entry.value, text, offset, into);
    }
  }
}

/** A quote that is not closed yet has no second half. */
function withoutQuotes(text: string, { start, end }: Span): Span {
  const isClosed = end - start > 1 && text[end - 1] === text[start];
  return { start: start + 1, end: isClosed ? end - 1 : end };
}

/** A word as somebody who clicks twice expects it: letters, digits and underscores. */
function wordAround(text: string, offset: number): Span {
  const before =
    /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(offset - maxWord, 0), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + maxWord))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}

/** Longer words are cut: what is looked at must not depend on the length of the line. */
const maxWord = 200;

function isSame(a: Range, b: Range): boolean {
  return isSamePlace(a.start, b.start) && isSamePlace(a.end, b.end);
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
