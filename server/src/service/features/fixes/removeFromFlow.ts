// Removes an entry between brackets or braces together with one comma.
import { lineAround, runStart, type Span } from '../../document/span';
import type { Edit } from './fix';
import type { Place } from './removeText';

/** Up to the next neighbour, or from the one before, so that one comma goes with it. */
export function removeBetweenCommas(place: Place): readonly Edit[] {
  const { text, spans, index } = place;
  const [own, before, after] = [spans[index], spans[index - 1], spans[index + 1]];
  // An anchor or a tag in front of a value is no part of its span and must not go to its neighbour.
  if (own === undefined || !isEntryStart(text, own.start)) return [];
  if (after !== undefined)
    return isGap(text.slice(own.end, after.start))
      ? [{ span: { start: own.start, end: after.start }, text: '' }]
      : [];
  if (before === undefined || !isGap(text.slice(before.end, own.start))) return [];
  return (
    lastOnItsLine(text, before, own) ?? [{ span: { start: before.end, end: own.end }, text: '' }]
  );
}

function isEntryStart(text: string, offset: number): boolean {
  const lead = runStart(text, offset, /[ \t]/);
  return lead > 0 && /[,[{\n\r]/.test(text.charAt(lead - 1));
}

/** Whether nothing but blanks, comments and a comma stand between two neighbours. */
export function isGap(between: string): boolean {
  return /^[\s,]*$/.test(between.replace(/(?<=^|\s)#[^\r\n]*/g, ''));
}

/** On a line of its own the last entry leaves the comment behind the one before it alone. */
function lastOnItsLine(text: string, before: Span, own: Span): readonly Edit[] | undefined {
  const line = lineAround(text, own.start);
  const rest = text.slice(own.end, line.end);
  if (text.slice(line.start, own.start).trim() !== '' || !/^[ \t]*,?[ \t]*(?:#|$)/.test(rest))
    return undefined;
  const gap = /^[ \t]*,/.exec(text.slice(before.end))?.[0].length ?? 0;
  const breakStart = text.slice(0, line.start).replace(/(?:\r\n|\n|\r)$/, '').length;
  return [
    { span: { start: before.end, end: before.end + gap }, text: '' },
    { span: { start: breakStart, end: line.end }, text: '' },
  ];
}
