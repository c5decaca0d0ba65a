// The values of a document by their places, for comparing what two texts say.
import type { DataNode } from './node';
import type { Pointer } from './pointer';

/** Pointer of every scalar and every empty collection to what it says, tag included. */
export function leavesOf(root: DataNode): ReadonlyMap<Pointer, string> {
  const leaves = new Map<Pointer, string>();
  collect(root, leaves);
  return leaves;
}

function collect(node: DataNode, into: Map<Pointer, string>): void {
  const children =
    node.kind === 'map'
      ? node.entries.map(({ value }) => value)
      : node.kind === 'sequence'
        ? node.items
        : [];
  for (const child of children) collect(child, into);
  if (children.length > 0) return;
  const value = node.kind === 'scalar' ? `${typeof node.value} ${String(node.value)}` : node.kind;
  into.set(node.pointer, `${node.tag ?? ''} ${value}`);
}
