// Removes one of two pairs with the same key.
import type { Analysis } from '../../analysis';
import { parentPointer, type Pointer } from '../../document/pointer';
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
    const edits = span === undefined ? [] : removePair(analysis, problem, span);
    return edits.length === 0 ? [] : [{ title, edits }];
  };
  const [last] = of(later, 'Remove this key');
  if (isSame) {
    if (last === undefined) return [];
    const isSafe = !losesComment(analysis.text, last.edits, later);
    return [{ ...last, preferred: true, ...(isSafe && { safe: true }) }];
  }
  // What the rules have to say to a value is seen once it is the only one.
  const first = of(earlier?.span, 'Remove the key that stands here first');
  return [...(last === undefined ? [] : [last]), ...first].map((fix) => ({
    ...fix,
    reveals: true as const,
  }));
}

function removePair(analysis: Analysis, { pointer }: Problem, removed: Span): readonly Edit[] {
  const { root, text } = analysis;
  const block = parentPointer(pointer);
  const parent = root === undefined ? undefined : pathTo(root, block).at(-1);
  if (parent?.kind !== 'map' || parent.borrowed) return [];
  const spans = [...entrySpans(parent), ...repeatedPairs(analysis, block)];
  spans.sort((a, b) => a.start - b.start);
  const index = spans.findIndex(({ start }) => start === removed.start);
  const place = { text, spans, index };
  return parent.flow ? removeBetweenCommas(place) : removeLines(place);
}

/** Only the first pair with a key is a node of the document: the others are known by their problems. */
function repeatedPairs({ syntax }: Analysis, block: Pointer): readonly Span[] {
  return syntax.flatMap(({ data, pointer }) =>
    data?.kind === 'duplicate-key' && parentPointer(pointer) === block ? [data.later] : [],
  );
}

/** Whether a comment goes beside the pair, whose own comments stand in the other one, too. */
function losesComment(text: string, edits: readonly Edit[], pair: Span): boolean {
  return edits.some(
    ({ span }) =>
      text.slice(span.start, pair.start).includes('#') ||
      text.slice(pair.end, span.end).includes('#'),
  );
}
