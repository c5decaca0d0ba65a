// A list out of what stands where one belongs: with the blanks that its dashes lack, or in brackets.
import type { Analysis } from '../../analysis';
import { quoteScalar } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import { lineAround, type Span } from '../../document/span';
import type { Problem } from '../../problem';
import { ownScalar, type Edit, type Fix } from './fix';

/** Entries whose dashes lack the blank, else a list on one line: an entry for each word of the value. */
export function wrapInList({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  const node = ownScalar(root, pointer);
  if (typeof node?.value !== 'string') return [];
  const { value, style, span } = node;
  const spaced = blanksBehindDashes(text, span);
  if (style === 'plain' && spaced.length > 0)
    return [
      { title: 'Put a blank behind each dash', edits: spaced, preferred: true, reveals: true },
    ];
  const quotes = style === 'single' || style === 'double' ? style : 'plain';
  const words = value.split(/[\s,]+/).filter((word) => word !== '');
  const isQuoted = quotes !== 'plain';
  const items =
    words.length === 1 && isQuoted
      ? [text.slice(span.start, span.end)]
      : words.map((word) => quoteScalar(word, 'flow', quotes));
  return [
    {
      title: 'Make it a list',
      edits: replaceScalar(text, node, `[${items.join(', ')}]`),
      preferred: true,
      reveals: true,
    },
  ];
}

/** A blank behind the dash of each line of a value below its key; nothing when a line has none. */
function blanksBehindDashes(text: string, { start, end }: Span): readonly Edit[] {
  const isBelow = text.slice(lineAround(text, start).start, start).trim() === '';
  const value = text.slice(start, end);
  if (!isBelow || !/^-[^\s-].*(?:\r?\n[ \t]*-[^\s-].*)*$/.test(value)) return [];
  return [...value.matchAll(/(?<=^|\n[ \t]*)-/g)].map(({ index }) => {
    const at = start + index + 1;
    return { span: { start: at, end: at }, text: ' ' };
  });
}
