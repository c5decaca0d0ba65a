// Folding: documents, blocks of keys, lists and their items, values over several lines, runs of
// comment lines, and the regions that somebody marks with `# region` and `# endregion`. An editor that
// is given ranges folds by nothing else, so everything that it would find by itself is among them.
import type { FoldingRange } from 'vscode-languageserver-types';
import { walk, type DataNode } from '../document/node';
import { contentEnd, lineAround } from '../document/span';
import { positionInFile, type Snapshot, type SnapshotDocument } from '../snapshot';
import { FoldingRangeKind } from './lspValues';

/** All folding ranges of a file, at most one for each line: editors fold a line in one way only. */
export function foldingRanges(snapshot: Snapshot): FoldingRange[] {
  return snapshot.documents.flatMap((document) => {
    const isText = textFinder(document);
    return longestOfEachLine([
      ...(snapshot.documents.length > 1 ? wholeDocument(document) : []),
      ...blocks(document),
      ...comments(document, isText),
      ...regions(document, isText),
    ]);
  });
}

/** Whether the line that begins at an offset goes on with a value: a `#` in it begins no comment. */
type IsText = (lineStart: number) => boolean;

function textFinder({ analysis: { root }, segment: { text } }: SnapshotDocument): IsText {
  const values = root === undefined ? [] : [...walk(root)].filter(({ kind }) => kind === 'scalar');
  const spans = values
    .filter(({ borrowed, span }) => !borrowed && text.slice(span.start, span.end).includes('\n'))
    .map(({ span }) => span);
  return (lineStart) => spans.some(({ start, end }) => start < lineStart && lineStart < end);
}

/** Of ranges that begin on one line the longest, in the order of lines. */
function longestOfEachLine(ranges: readonly FoldingRange[]): readonly FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const range of ranges) {
    const { endLine = -1 } = byLine.get(range.startLine) ?? {};
    if (range.endLine > endLine) byLine.set(range.startLine, range);
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** From the `---` of a document, or from its first line that is no comment, to its last one. */
function wholeDocument(document: SnapshotDocument): readonly FoldingRange[] {
  const { text } = document.segment;
  const [blank = ''] = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*/.exec(text) ?? [];
  return lines(document, blank.length, text.length, FoldingRangeKind.Region);
}

function blocks(document: SnapshotDocument): readonly FoldingRange[] {
  const { root } = document.analysis;
  return root === undefined ? [] : [...walk(root)].flatMap((node) => childrenOf(document, node));
}

/** What folds of the children of a node, unless they are written somewhere else. */
function childrenOf(document: SnapshotDocument, node: DataNode): readonly FoldingRange[] {
  if (node.kind === 'scalar' || node.borrowed) return [];
  const { text } = document.segment;
  const children =
    node.kind === 'map'
      ? node.entries.map(({ keySpan, value }) => ({ start: keySpan.start, value }))
      : node.items.map((value) => ({ start: value.span.start, value }));
  return children
    .filter(({ value }) => !value.borrowed)
    .flatMap(({ start, value }) => {
      const end = contentEnd(text, { start, end: value.span.end });
      return lines(document, start, withCommentsBelow(text, start, end));
    });
}

/** Where a block ends with the comments below it that are indented deeper than its first line. */
function withCommentsBelow(text: string, start: number, end: number): number {
  let indentation: number | undefined;
  for (let last = end; ;) {
    const comment = commentBelow(text, last);
    if (comment === undefined) return last;
    // For most of the values of a document nobody has to know.
    indentation ??= indentationAt(text, lineAround(text, start).start);
    if (comment.column <= indentation) return last;
    last = comment.end;
  }
}

/** The comment on the next line that isn't empty, when nothing else comes before it. */
function commentBelow(
  text: string,
  offset: number,
): { readonly column: number; readonly end: number } | undefined {
  let lineStart: number | undefined;
  for (let at = offset; ; at++) {
    switch (text[at]) {
      case ' ':
      case '\t':
      case '\r':
        break;
      case '\n':
        lineStart = at + 1;
        break;
      case '#':
        if (lineStart === undefined) return undefined;
        return { column: at - lineStart, end: lineAround(text, at).end };
      default:
        return undefined;
    }
  }
}

/** How far the line that begins at `offset` is indented. */
function indentationAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0;
}

const comment = String.raw`#(?![ \t]*(?:end)?region\b)[^\r\n]*`;
/** Comment lines in one column. */
const commentRuns = new RegExp(
  String.raw`(?<![^\r\n])([ \t]*)${comment}(?:(?:\r\n|\n|\r)\1${comment})+`,
  'g',
);

function comments(document: SnapshotDocument, isText: IsText): readonly FoldingRange[] {
  return [...document.segment.text.matchAll(commentRuns)]
    .filter(({ index }) => !isText(index))
    .flatMap(({ index, 0: run }) =>
      lines(document, index, index + run.length, FoldingRangeKind.Comment),
    );
}

/** The markers are those of the language configuration, which an editor follows by itself elsewhere. */
function regions(document: SnapshotDocument, isText: IsText): readonly FoldingRange[] {
  const open: number[] = [];
  const ranges: FoldingRange[] = [];
  const markers = /(?<![^\r\n])[ \t]*#[ \t]*(end)?region\b/g;
  for (const { index, 0: marker, 1: end } of document.segment.text.matchAll(markers)) {
    if (isText(index)) continue;
    const start = end === undefined ? void open.push(index) : open.pop();
    if (start !== undefined)
      ranges.push(...lines(document, start, index + marker.length, FoldingRangeKind.Region));
  }
  return ranges;
}

/** The lines from `start` to what stands last before `end`, when they are several. */
function lines(
  document: SnapshotDocument,
  start: number,
  end: number,
  kind?: FoldingRange['kind'],
): readonly FoldingRange[] {
  if (!document.segment.text.slice(start, end).includes('\n')) return [];
  const startLine = positionInFile(document, start).line;
  const endLine = positionInFile(document, contentEnd(document.segment.text, { start, end })).line;
  return endLine > startLine ? [{ startLine, endLine, ...(kind && { kind }) }] : [];
}
