// Quotes and brackets that were opened and never closed: the commonest mistake while somebody types. The
// parser reports them where it gave up, often at the end of the file.
import { isCollection, isNode, isScalar, visit, type Document, type Node } from 'yaml';

/** The innermost quoted text or bracket that the parser gave up on at `offset` without its end. */
export function findUnclosedAt(
  tree: Document.Parsed,
  source: string,
  offset: number,
): Node | undefined {
  return lastNode(
    tree,
    (node, [start, end]) => start < offset && end >= offset - 1 && isOpen(node, source),
  );
}

/** The character that closes what opens at `offset`, if something does. */
export function closerAt(source: string, offset: number): string | undefined {
  return closers[source[offset] ?? ''];
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

type Extent = readonly [start: number, end: number];

/** The last node in the order of the text that passes `test`, and so the innermost one. */
function lastNode(
  tree: Document.Parsed,
  test: (node: Node, extent: Extent) => boolean,
): Node | undefined {
  let found: Node | undefined;
  visit(tree, (_key, node) => {
    if (isNode(node) && node.range && test(node, [node.range[0], node.range[1]])) found = node;
  });
  return found;
}

/** Whether something opens where the node begins and the node does not end with what closes it. */
function isOpen(node: Node, source: string): boolean {
  const [start, end] = node.range ?? [0, 0];
  const closer = mayBeOpen(node) ? closerAt(source, start) : undefined;
  return closer !== undefined && !(end - start > 1 && source[end - 1] === closer);
}

function mayBeOpen(node: Node): boolean {
  return isScalar(node) || (isCollection(node) && node.flow === true);
}
