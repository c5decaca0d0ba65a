// Finds the marker in a tree: in which key, value or item it ended up.
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Document,
  type Pair,
  type Scalar,
} from 'yaml';
import { childPointer, type Pointer } from './pointer';
import type { CursorPlace } from './cursorPlace';

/** Where the marker is, in terms of the tree. */
export interface TreePlace extends Pick<CursorPlace, 'role' | 'pointer' | 'flow'> {
  /** The scalar that holds the marker, in its text or in its tag. */
  readonly scalar: Scalar;
  /** The pair that the scalar belongs to; nothing for items and for a document that is one scalar. */
  readonly pair?: Pair;
}

/** The place of the marker; nothing when it is in a comment, an anchor, an alias or a block text. */
export function findInTree(tree: Document.Parsed, marker: string): TreePlace | undefined {
  return search(tree.contents, { role: 'value', pointer: '', flow: false }, marker);
}

type Surroundings = Omit<TreePlace, 'scalar'>;

function search(node: unknown, around: Surroundings, marker: string): TreePlace | undefined {
  if (isScalar(node)) return holdsMarker(node, marker) ? { ...around, scalar: node } : undefined;
  if (!isCollection(node) || isAlias(node)) return undefined;
  const flow = node.flow === true;
  for (const [index, item] of node.items.entries()) {
    const found = isPair(item)
      ? searchPair(
          item,
          isMap(node) ? around.pointer : childPointer(around.pointer, index),
          flow,
          marker,
        )
      : search(item, { role: 'item', pointer: childPointer(around.pointer, index), flow }, marker);
    if (found !== undefined) return found;
  }
  return undefined;
}

function searchPair(
  pair: Pair,
  pointer: Pointer,
  flow: boolean,
  marker: string,
): TreePlace | undefined {
  const { key, value } = pair;
  if (!isScalar(key)) return undefined;
  if (holdsMarker(key, marker)) return { role: 'key', pointer, flow, scalar: key, pair };
  const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
  return search(value, { role: 'value', pointer: childPointer(pointer, name), flow, pair }, marker);
}

function holdsMarker(scalar: Scalar, marker: string): boolean {
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') return false;
  return scalar.source?.includes(marker) === true || scalar.tag?.includes(marker) === true;
}
