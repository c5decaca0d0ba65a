// Quotes and brackets that were opened and never closed: the commonest mistake while somebody types.
import {
  isCollection,
  isNode,
  isPair,
  isScalar,
  visit,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** The innermost quoted text or bracket in front of `offset` that is not closed, or closed lines later by accident. */
export function findUnclosed(
  tree: Document.Parsed,
  source: string,
  offset: number,
): Node | undefined {
  let found: Node | undefined;
  visit(tree, (_key, node) => {
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (isNode(node) && start !== undefined && start <= offset && isOpen(node, source))
      found = node;
  });
  return found;
}

function isOpen(node: Node, source: string): boolean {
  const mayBeOpen = isScalar(node) || (isCollection(node) && node.flow === true);
  if (!node.range || !mayBeOpen) return false;
  const [start, end] = node.range;
  const closer = closers[source[start] ?? ''];
  if (closer === undefined) return false;
  const isClosed = end - start > 1 && source[end - 1] === closer;
  if (isScalar(node)) return !isClosed || source.slice(start, end).includes('\n');
  return !isClosed || contentEnd(node) === end;
}

/** Where the last value of a collection ends: a closing bracket there is that value's own. */
function contentEnd({ items }: YAMLMap | YAMLSeq): number | undefined {
  const last: unknown = items.at(-1);
  const content: unknown = isPair(last) ? (last.value ?? last.key) : last;
  return isNode(content) ? content.range?.[1] : undefined;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };
