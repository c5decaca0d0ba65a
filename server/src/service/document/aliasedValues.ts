// What the aliases and merges of a document stand for: a change at an anchor is a change of them all.
import { leavesOf } from './leaves';
import type { DataNode } from './node';
import type { Span } from './span';

/** One alias, or one entry that a merge brings in. */
export interface AliasedValue {
  /** Where the alias stands. */
  readonly span: Span;
  /** What it stands for, to be compared with. */
  readonly content: string;
}

/** All of a document, in its order; an alias in what an alias stands for is a part of it. */
export function aliasedValues(root: DataNode): readonly AliasedValue[] {
  const found: AliasedValue[] = [];
  collect(root, found);
  return found;
}

function collect(node: DataNode, into: AliasedValue[]): void {
  if (node.borrowed) {
    into.push({ span: node.span, content: contentOf(node) });
  } else if (node.kind === 'sequence') {
    for (const item of node.items) collect(item, into);
  } else if (node.kind === 'map') {
    for (const { key, keySpan, value, borrowed } of node.entries)
      if (borrowed)
        into.push({ span: keySpan, content: `${JSON.stringify(key)} ${contentOf(value)}` });
      else collect(value, into);
  }
}

/** Without the place of the alias, which can move. */
function contentOf(node: DataNode): string {
  return JSON.stringify(
    [...leavesOf(node)].map(([pointer, leaf]) => [pointer.slice(node.pointer.length), leaf]),
  );
}
