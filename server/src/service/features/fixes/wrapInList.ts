// Brackets around one value where a list belongs.
import type { Analysis } from '../../analysis';
import { quoteScalar } from '../../document/quoteScalar';
import type { Problem } from '../../problem';
import { ownScalar, type Fix } from './fix';

/** The value as the only entry of a list on its line. */
export function wrapInList({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  const node = ownScalar(root, pointer);
  if (typeof node?.value !== 'string' || node.style === 'block') return [];
  const written = text.slice(node.span.start, node.span.end);

  const item = node.style === 'plain' ? quoteScalar(node.value, 'flow') : written;
  return [
    {
      title: 'Make it a list',
      edits: [{ span: node.span, text: `[${item}]` }],
      preferred: true,
      reveals: true,
    },
  ];
}
