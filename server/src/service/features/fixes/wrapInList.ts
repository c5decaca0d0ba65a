// Brackets around what stands where a list belongs.
import type { Analysis } from '../../analysis';
import { quoteScalar } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import type { Problem } from '../../problem';
import { ownScalar, type Fix } from './fix';

/** The value as a list on its line: its only entry, or one entry for each of its words. */
export function wrapInList({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  const node = ownScalar(root, pointer);
  if (typeof node?.value !== 'string') return [];
  const { value, style, span } = node;
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
