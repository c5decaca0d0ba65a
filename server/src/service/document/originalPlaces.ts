// Places in a mended text, counted as in the text before.
import { visit, type Document } from 'yaml';
import type { Edit } from './edit';

/** Moves the nodes of `tree` to where they stood before `edits`. */
export function restorePlaces(tree: Document.Parsed, edits: readonly Edit[]): void {
  if (edits.every(keepsLength)) return;
  visit(tree, {
    Node: (_key, node) => {
      if (!node.range) return;
      const [start, valueEnd, nodeEnd] = node.range;
      node.range = [
        originalOffset(start, edits),
        originalOffset(valueEnd, edits),
        originalOffset(nodeEnd, edits),
      ];
    },
  });
}

/** Where `offset` was before the edits. What they put in was nowhere: it is taken to the place in front. */
export function originalOffset(offset: number, edits: readonly Edit[]): number {
  let added = 0;
  const longer = edits.filter((edit) => !keepsLength(edit));
  for (const { span, text } of longer.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = span.start + added;
    if (offset <= start) break;
    if (offset < start + text.length) return span.start;
    added += text.length - (span.end - span.start);
  }
  return offset - added;
}

function keepsLength({ span, text }: Edit): boolean {
  return text.length === span.end - span.start;
}
