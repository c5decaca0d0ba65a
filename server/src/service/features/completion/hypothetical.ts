// The document as it would be after a proposal is taken, as data: nothing is parsed for it.
import type { CursorPlace } from '../../document/cursorPlace';
import { entryOf, type DataNode, type MapEntry } from '../../document/node';
import { childPointer, pointerSegments, type Pointer } from '../../document/pointer';
import type { Span } from '../../document/span';

/** A value that does not stand in any text yet. */
export type PlainData =
  | string
  | number
  | boolean
  | null
  | TaggedText
  | readonly PlainData[]
  | { readonly [key: string]: PlainData };

/** A text behind a tag, such as a reference to a secret. */
export class TaggedText {
  constructor(
    readonly tag: string,
    readonly text: string,
  ) {}

  /** Told apart from a text and from a block of keys. */
  toJSON(): unknown {
    return { '': [this.tag, this.text] };
  }
}

export function isList(data: PlainData): data is readonly PlainData[] {
  return Array.isArray(data);
}

export function isBlock(data: PlainData): data is { readonly [key: string]: PlainData } {
  return (
    typeof data === 'object' && data !== null && !isList(data) && !(data instanceof TaggedText)
  );
}

/**
 * A document that holds nothing at a place (see `clearPlace`) with `data` there. At a place for a key `data` is an object, and its entries
 * stand beside those that are there.
 */
export function fillPlace(
  cleared: DataNode,
  { role, pointer }: Pick<CursorPlace, 'role' | 'pointer'>,
  data: PlainData,
): DataNode {
  return replaceAt(cleared, pointerSegments(pointer), (node) => {
    const filled = nodeOf(data, node.pointer, node.span);
    if (role !== 'key') return filled;
    if (node.kind !== 'map' || filled.kind !== 'map') return node;
    // What is written there wins over what a merge brings in.
    const others = node.entries.filter(({ key }) => entryOf(filled, key) === undefined);
    return { ...node, entries: [...others, ...filled.entries] };
  });
}

/** The data of a value that stands in the document. */
export function dataOf(node: DataNode): PlainData {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value)]));
    case 'sequence':
      return node.items.map(dataOf);
    case 'scalar':
      if (node.tag !== undefined) return new TaggedText(node.tag, node.source);
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  }
}

/** The document without the key or value at the cursor. */
export function clearPlace(root: DataNode, place: CursorPlace): DataNode {
  return replaceAt(root, pointerSegments(place.pointer), (node) => {
    if (place.role !== 'key') return { ...emptyNode, pointer: node.pointer, span: node.span };
    return node.kind === 'map' ? { ...node, entries: otherEntries(node.entries, place) } : node;
  });
}

const emptyNode = {
  kind: 'scalar',
  value: null,
  source: '',
  style: 'empty',
  borrowed: false,
  tag: undefined,
} as const;

function otherEntries(entries: readonly MapEntry[], { reading }: CursorPlace): readonly MapEntry[] {
  return entries.filter(({ key }) => !key.includes(reading.marker));
}

function replaceAt(
  node: DataNode,
  [segment, ...rest]: readonly string[],
  replace: (node: DataNode) => DataNode,
): DataNode {
  if (segment === undefined) return replace(node);
  if (node.kind === 'sequence') {
    const items = node.items.map((item, index) =>
      String(index) === segment ? replaceAt(item, rest, replace) : item,
    );
    return { ...node, items };
  }
  if (node.kind === 'scalar') return node;
  const entries = node.entries.map((entry) =>
    entry.key === segment ? { ...entry, value: replaceAt(entry.value, rest, replace) } : entry,
  );
  return { ...node, entries };
}

function nodeOf(data: PlainData, pointer: Pointer, span: Span): DataNode {
  const shape = { pointer, span, tag: undefined, borrowed: false };
  if (data instanceof TaggedText) return { ...shape, ...scalarOf(data.text), tag: data.tag };
  if (isList(data)) {
    const items = data.map((item, index) => nodeOf(item, childPointer(pointer, index), span));
    return { ...shape, kind: 'sequence', flow: false, items };
  }
  if (!isBlock(data)) return { ...shape, ...scalarOf(data) };
  const entries = Object.entries(data).map(([key, value]) => ({
    key,
    keySpan: span,
    value: nodeOf(value, childPointer(pointer, key), span),
    borrowed: false,
  }));
  return { ...shape, kind: 'map', flow: false, entries };
}

function scalarOf(value: string | number | boolean | null) {
  return { kind: 'scalar', value, source: String(value), style: 'plain' } as const;
}
