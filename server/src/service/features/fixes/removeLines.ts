// Removes an entry of a block: its lines with the comments that belong to it.
import { contentEnd, lineAround, type Span } from '../../document/span';
import { disableFile } from '../../rules/suppressionComments';
import type { Edit } from './fix';
import { isGap } from './removeFromFlow';
import type { Place } from './removeText';

/** The lines of an entry. The first key behind a dash leaves the dash to the key after it. */
export function removeLines({ text, spans, index }: Place): readonly Edit[] {
  const [own, after] = [spans[index], spans[index + 1]];
  if (own === undefined) return [];
  const line = lineAround(text, own.start);
  const lead = text.slice(line.start, own.start);
  if (isDash(lead) && after !== undefined && !isDash(leadOf(text, after)))
    return isGap(text.slice(contentEnd(text, own), after.start))
      ? [{ span: { start: own.start, end: after.start }, text: '' }]
      : [];
  if (!/^[ \t]*(?:-[ \t]+)?$/.test(lead)) return [];
  return [{ span: linesOf(text, own), text: '' }];
}

/** The lines that `span` stands on, with the comments above that speak about it. */
export function linesOf(text: string, span: Span): Span {
  const line = lineAround(text, span.start);
  const indentation = /^[ \t]*/.exec(text.slice(line.start, span.start))?.[0] ?? '';
  return {
    start: startOfComments(text, line.start, indentation),
    end: startOfNextLine(text, contentEnd(text, span)),
  };
}

/** Start of the line below that of `offset`, or the end of the text. */
export function startOfNextLine(text: string, offset: number): number {
  const { end } = lineAround(text, offset);
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(end + 1, text.length);
}

function leadOf(text: string, { start }: Span): string {
  return text.slice(lineAround(text, start).start, start);
}

function isDash(lead: string): boolean {
  return /-[ \t]*$/.test(lead);
}

/**
 * Comments directly above, with the same indentation, speak about the entry and go with it. One that
 * silences the whole file does not, nor does a heading with a line drawn in it.
 */
function startOfComments(text: string, lineStart: number, indentation: string): number {
  let start = lineStart;
  while (start > 0) {
    const above = lineAround(text, start - 1).start;
    const line = text.slice(above, start);
    const isOwn = line.startsWith(`${indentation}#`) && !isAboutMore(line);
    if (!isOwn || above >= start) return start;
    start = above;
  }
  return start;
}

function isAboutMore(comment: string): boolean {
  return comment.includes(disableFile) || /([-=#*_~])\1\1/.test(comment);
}
