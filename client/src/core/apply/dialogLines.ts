// How much fits into a modal dialog, and what never misses in it.
import type { SecretReference } from '../../../../server/src/protocol/messages';
import { visibleText } from '../model/visibleText';

/** More lines, in each of its blocks, would push the buttons out of a small window. */
const mostLines = 15;

/** The lines, cut, with a count of the rest after `indent`. */
export function atMost(lines: readonly string[], indent: string): readonly string[] {
  const rest = lines.length - mostLines;
  return rest <= 0 ? lines : [...lines.slice(0, mostLines), `${indent}… and ${rest} more`];
}

/** Names the environment variables whose values are sent: a file decides which ones they are. */
export function variableLines(references: readonly SecretReference[]): readonly string[] {
  const names = references.filter(({ source }) => source === 'env').map(({ name }) => name);
  const distinct = [...new Set(names)].sort();
  if (distinct.length === 0) return [];
  return [
    '',
    'Sends the values of these environment variables:',
    ...atMost(distinct.map(visibleText), '  '),
  ];
}
