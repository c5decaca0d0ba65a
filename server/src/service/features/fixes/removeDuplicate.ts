// Removes one of two pairs with the same key.
import type { Analysis } from '../../analysis';
import { parentPointer } from '../../document/pointer';
import type { Span } from '../../document/span';
import type { Problem } from '../../problem';
import { pathTo, type Edit, type Fix } from './fix';
import { removeBetweenCommas } from './removeFromFlow';
import { removeLines } from './removeLines';
import { entrySpans } from './removeText';

/** The later one goes by itself when both say the same; else it is for the user to choose. */
export function removeDuplicate(
  analysis: Analysis,
  problem: Problem,
  { later, isSame }: { readonly later: Span; readonly isSame: boolean },
): readonly Fix[] {
  const [earlier] = problem.related ?? [];
  const of = (span: Span | undefined, title: string): readonly Fix[] => {
    const edits = span === undefined ? [] : removePair(analysis, problem, later, span);
    return edits.length === 0 ? [] : [{ title, edits }];
  };
  const [last] = of(later, 'Remove this key');
  if (isSame) return last === undefined ? [] : [{ ...last, preferred: true, safe: true }];
  // What the earlier value hid from the checks is seen once the later one counts.
  const first = of(earlier?.span, 'Remove the key that stands here first');
  return [
    ...(last === undefined ? [] : [last]),
    ...first.map((fix) => ({ ...fix, reveals: true as const })),
  ];
}

/** Only the earlier one is a node of the document: the later one takes its place among them here. */
function removePair(
  { root, text }: Analysis,
  { pointer }: Problem,
  later: Span,
  removed: Span,
): readonly Edit[] {
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  if (parent?.kind !== 'map' || parent.borrowed) return [];
  const spans = [...entrySpans(parent), later].sort((a, b) => a.start - b.start);
  const index = spans.findIndex(({ start }) => start === removed.start);
  const place = { text, spans, index };
  return parent.flow ? removeBetweenCommas(place) : removeLines(place);
}
