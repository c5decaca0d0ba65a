// Places in a mended text, counted as in the text before.
import { visit, type Document } from 'yaml';
import type { Edit } from './edit';

/** Moves the nodes of `tree` to where they stood before `edits`. */
export function restorePlaces(tree: Document.Parsed, edits: readonly Edit[]): void {
  if (edits.every(keepsLength)) return;
  const toOriginal = originalOffsets(edits);
  visit(tree, {
    Node: (_key, node) => {
      if (!node.range) return;
      const [start, valueEnd, nodeEnd] = node.range;
      node.range = [toOriginal(start), toOriginal(valueEnd), toOriginal(nodeEnd)];
    },
  });
}

/** Where `offset` was before the edits. What they put in was nowhere: it is taken to the place in front. */
export function originalOffset(offset: number, edits: readonly Edit[]): number {
  return originalOffsets(edits)(offset);
}

/** The same for many offsets. */
function originalOffsets(edits: readonly Edit[]): (offset: number) => number {
  let added = 0;
  const changes = edits
    .filter((edit) => !keepsLength(edit))
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + added;
      added += text.length - (span.end - span.start);
      return { start, end: start + text.length, original: span.start, added };
    });
  return (offset) => {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.start ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    const change = changes[low - 1];
    if (change === undefined) return offset;
    return offset < change.end ? change.original : offset - change.added;
  };
}

function keepsLength({ span, text }: Edit): boolean {
  return text.length === span.end - span.start;
}
