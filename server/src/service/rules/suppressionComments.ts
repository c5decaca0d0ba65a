// The comments that silence problems, `# vpnconn-disable-next-line ID …` and
// `# vpnconn-disable-file ID …`, as places in the text of one document.
import { walk, type DataNode } from '../document/node';
import { lineAround, type Span } from '../document/span';

/** The words with which the comments begin. */
export const disableNextLine = 'vpnconn-disable-next-line';
export const disableFile = 'vpnconn-disable-file';

/** One such comment. */
export interface SuppressionComment {
  readonly scope: 'file' | 'line';
  /** The line that is meant: the next one that holds more than a comment. Nothing for a whole file. */
  readonly target: Span | undefined;
  /** Where the IDs stand: from behind the word to the end of the line, or to ` -- ` and a reason. */
  readonly list: Span;
}

/** The comments of a document. Text that looks like one inside a key or a value is none. */
export function suppressionComments(
  text: string,
  root: DataNode | undefined,
): readonly SuppressionComment[] {
  // Almost no document has one, and every document is asked at every change.
  if (!text.includes('vpnconn-disable')) return [];
  const isWritten = writtenPlaces(root);
  const candidates = text.matchAll(
    /(?<=^|\s)#[ \t]*(vpnconn-disable-(?:next-line|file))[ \t]+(?<list>(?:(?![ \t]--(?:[ \t]|$))[^\r\n])*)/gm,
  );
  const targets = new Map<number, Span | undefined>();
  // From the last to the first, so that stacked comments learn their line from those below them.
  return [...candidates]
    .reverse()
    .flatMap(({ 0: whole, 1: word, index, groups }) => {
      if (isWritten(index)) return [];
      const end = index + whole.length;
      const list = { start: end - (groups?.['list'] ?? '').length, end };
      return [
        word === disableFile
          ? { scope: 'file' as const, target: undefined, list }
          : { scope: 'line' as const, target: nextLine(text, index, targets), list },
      ];
    })
    .reverse();
}

/** Whether an offset is inside a key or a single value. They do not overlap, so the last to begin decides. */
function writtenPlaces(root: DataNode | undefined): (offset: number) => boolean {
  const spans = root === undefined ? [] : [...walk(root)].flatMap(writtenSpans);
  spans.sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = spans[low - 1];
    return last !== undefined && offset < last.end;
  };
}

function writtenSpans(node: DataNode): readonly Span[] {
  if (node.borrowed) return [];
  if (node.kind === 'scalar') return [node.span];
  return node.kind === 'map'
    ? node.entries.filter(({ borrowed }) => !borrowed).map(({ keySpan }) => keySpan)
    : [];
}

/**
 * The first line below `offset` with more than a comment, so that comments can be stacked. `known`
 * remembers it for the line below each comment.
 */
function nextLine(
  text: string,
  offset: number,
  known: Map<number, Span | undefined>,
): Span | undefined {
  const first = lineBelow(text, lineAround(text, offset));
  let line = first;
  while (line !== undefined && /^[ \t]*#/.test(text.slice(line.start, line.end))) {
    if (known.has(line.start)) {
      line = known.get(line.start);
      break;
    }
    line = lineBelow(text, line);
  }
  if (first !== undefined) known.set(first.start, line);
  return line;
}

function lineBelow(text: string, { end }: Span): Span | undefined {
  const lineBreak = text.indexOf('\n', end);
  return lineBreak < 0 ? undefined : lineAround(text, lineBreak + 1);
}
