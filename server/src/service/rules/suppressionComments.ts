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
  /** The word with which it begins. */
  readonly word: Span;
  /**
   * Where the IDs stand: from behind the blank that ends the word to the end of the line, or to ` -- `
   * and a reason. Right behind the word, and empty, when there is no room for one.
   */
  readonly list: Span;
}

/** The comments of a document. Text that looks like one inside a key or a value is none. */
export function suppressionComments(
  text: string,
  root: DataNode | undefined,
): readonly SuppressionComment[] {
  const targets = new Map<number, Span | undefined>();
  // From the last to the first, so that stacked comments learn their line from those below them.
  return commentsLikeThese(text, root)
    .reverse()
    .flatMap((comment): readonly SuppressionComment[] => {
      switch (text.slice(comment.word.start, comment.word.end)) {
        case disableFile:
          return [{ ...comment, scope: 'file', target: undefined }];
        case disableNextLine:
          return [
            { ...comment, scope: 'line', target: nextLine(text, comment.word.start, targets) },
          ];
        default:
          return [];
      }
    })
    .reverse();
}

/** The comment whose list of IDs holds a place. */
export function suppressionCommentAt(
  text: string,
  root: DataNode | undefined,
  { start, end }: Span,
): SuppressionComment | undefined {
  return suppressionComments(text, root).find(({ list }) => list.start <= start && end <= list.end);
}

/** The first words of comments that begin like these and are none. */
export function misspeltWords(text: string, root: DataNode | undefined): readonly Span[] {
  return commentsLikeThese(text, root)
    .map(({ word }) => word)
    .filter(({ start, end }) => ![disableFile, disableNextLine].includes(text.slice(start, end)));
}

type CommentLikeThese = Pick<SuppressionComment, 'word' | 'list'>;

function commentsLikeThese(text: string, root: DataNode | undefined): CommentLikeThese[] {
  // Almost no document has one, and every document is asked at every change.
  if (!text.includes('vpnconn-disable')) return [];
  const isWritten = writtenPlaces(root);
  const candidates = text.matchAll(
    /(?<=^|\s)#[ \t]*(?<word>vpnconn-disable\S*)(?<rest>(?:(?![ \t]--(?:[ \t]|$))[^\r\n])*)/gm,
  );
  return [...candidates].flatMap(({ 0: whole, index, groups }) => {
    if (isWritten(index)) return [];
    const end = index + whole.length;
    const behind = end - (groups?.['rest'] ?? '').length;
    const word = { start: behind - (groups?.['word'] ?? '').length, end: behind };
    return [{ word, list: { start: Math.min(behind + 1, end), end } }];
  });
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
 * The first line below `offset` with more than a comment, so that comments can be stacked and stand apart.
 * `known` remembers it for the line below each comment.
 */
function nextLine(
  text: string,
  offset: number,
  known: Map<number, Span | undefined>,
): Span | undefined {
  const first = lineBelow(text, lineAround(text, offset));
  let line = first;
  while (line !== undefined && /^[ \t]*(?:#|$)/.test(text.slice(line.start, line.end))) {
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
