// The projection of a YAML document: plain data plus the place of every key and value. Rules and
// features read these nodes and never the YAML tree.
import { follow, lastSegment, parentPointer, type Pointer } from './pointer';
import type { Span } from './span';

/** What a plain scalar can resolve to in YAML 1.2 (core schema). */
export type ScalarValue = string | number | bigint | boolean | null;

/** How a scalar is written. `empty` is a value that is not there (`name:`). */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'empty';

export type DataNode = ScalarNode | MapNode | SequenceNode;

interface NodeBase {
  readonly pointer: Pointer;
  /** Where the value stands. Values that come through an alias or merge stand at the alias. */
  readonly span: Span;
  /** Tag that is written and that YAML's core schema does not define, such as `!secret`. */
  readonly tag: string | undefined;
  /** True when the value comes through an alias or a merge: its text stands somewhere else. */
  readonly borrowed: boolean;
  /** Where that text stands. */
  readonly origin?: Span | undefined;
  /** Its key stands in the block again with another value: nobody knows which of them is meant. */
  readonly contested?: true;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  /** The text as written, without quotes for plain scalars; the resolved text for quoted ones. */
  readonly source: string;
  readonly style: ScalarStyle;
  /** A comment stands behind the value on its line. */
  readonly commentFollows?: true;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
  readonly borrowed: boolean;
  /** Where the key of a borrowed entry is written. */
  readonly origin?: Span | undefined;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly DataNode[];
}

/** The entry with this key, if the node is a map that has one. */
export function entryOf(node: DataNode | undefined, key: string): MapEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The direct child at one pointer segment: a key of a map or an index of a sequence. */
export function childOf(node: DataNode | undefined, segment: string): DataNode | undefined {
  if (node?.kind === 'sequence') return node.items[Number(segment)];
  return entryOf(node, segment)?.value;
}

/** The node at `pointer` below `root`; nothing when there is none. */
export function nodeAtPointer(root: DataNode | undefined, pointer: Pointer): DataNode | undefined {
  return follow(pointer, root, childOf);
}

/** The entry at `pointer` below `root`; nothing for items of lists and for the root itself. */
export function entryAtPointer(root: DataNode | undefined, pointer: Pointer): MapEntry | undefined {
  if (pointer === '') return undefined;
  return entryOf(nodeAtPointer(root, parentPointer(pointer)), lastSegment(pointer));
}

/** From the key of an entry to the end of its value, or of the alias in its place. */
export function entrySpan({ keySpan, value }: MapEntry): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
}

/** Every node below and including `node`, in the order of the file. */
export function* walk(node: DataNode): Generator<DataNode> {
  yield node;
  if (node.kind === 'map') for (const entry of node.entries) yield* walk(entry.value);
  if (node.kind === 'sequence') for (const item of node.items) yield* walk(item);
}
