// Quotes and brackets that were opened and never closed: the commonest mistake while somebody types. The
// parser reports them where it gave up, often at the end of the file.
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
  return lastNode(
    tree,
    (node, [start]) =>
      start <= offset && (isOpen(node, source) || isClosedByAccident(node, source)),
  );
}

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

/** A quote that ends lines later belongs to another text, a bracket there to the last value. */
function isClosedByAccident(node: Node, source: string): boolean {
  const [start, end] = node.range ?? [0, 0];
  if (!mayBeOpen(node) || closerAt(source, start) === undefined) return false;
  if (isScalar(node)) return source.slice(start, end).includes('\n');
  return isCollection(node) && contentEnd(node) === end;
}

function mayBeOpen(node: Node): boolean {
  return isScalar(node) || (isCollection(node) && node.flow === true);
}

/** Where the last value of a collection ends: a closing bracket there is that value's own. */
function contentEnd({ items }: YAMLMap | YAMLSeq): number | undefined {
  const last: unknown = items.at(-1);
  const content: unknown = isPair(last) ? (last.value ?? last.key) : last;
  return isNode(content) ? content.range?.[1] : undefined;
}
