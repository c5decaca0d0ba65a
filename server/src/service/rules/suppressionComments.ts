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
  /** Where the IDs stand: from behind the word to the end of the line. */
  readonly list: Span;
}

/** The comments of a document. Text that looks like one inside a key or a value is none. */
export function suppressionComments(
  text: string,
  root: DataNode | undefined,
): readonly SuppressionComment[] {
  // Almost no document has one, and every document is asked at every change.
  if (!text.includes('vpnconn-disable')) return [];
  const written = root === undefined ? [] : writtenSpans(root);
  const candidates = text.matchAll(
    /(?<=^|\s)#[ \t]*(vpnconn-disable-(?:next-line|file))[ \t]+(?<list>[^\r\n]*)/gm,
  );
  return [...candidates].flatMap(({ 0: whole, 1: word, index, groups }) => {
    if (written.some(({ start, end }) => start < index && index < end)) return [];
    const end = index + whole.length;
    const list = { start: end - (groups?.['list'] ?? '').length, end };
    return [
      word === disableFile
        ? { scope: 'file' as const, target: undefined, list }
        : { scope: 'line' as const, target: nextLine(text, index), list },
    ];
  });
}

/** Where keys and single values stand in the text. */
function writtenSpans(root: DataNode): readonly Span[] {
  return [...walk(root)].flatMap((node) => {
    if (node.borrowed) return [];
    if (node.kind === 'scalar') return [node.span];
    return node.kind === 'map' ? node.entries.map(({ keySpan }) => keySpan) : [];
  });
}

/** The first line below `offset` with more than a comment, so that comments can be stacked. */
function nextLine(text: string, offset: number): Span | undefined {
  let line = lineAround(text, offset);
  do {
    const lineBreak = text.indexOf('\n', line.end);
    if (lineBreak < 0) return undefined;
    line = lineAround(text, lineBreak + 1);
  } while (/^[ \t]*#/.test(text.slice(line.start, line.end)));
  return line;
}
