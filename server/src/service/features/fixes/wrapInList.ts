// A list out of what stands where one belongs: with the blanks that its dashes lack, or in brackets.
import type { Analysis } from '../../analysis';
import { quoteScalar } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import type { Problem } from '../../problem';
import { ownScalar, type Fix } from './fix';
import { blanksBehindDashes } from './missingBlanks';

/** Longer lists exist in no update, and each of the words may have to be parsed. */
const maxWords = 500;

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
  const words = value.split(/[\s,]+/, maxWords + 1).filter((word) => word !== '');
  if (words.length > maxWords) return [];
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
