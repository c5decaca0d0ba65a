// What a node of a YAML tree says by itself.
import { isScalar, type Node } from 'yaml';
import type { Span } from './span';

/** Whether a key is `<<`, which brings in the keys of another mapping. */
export function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

/** A key as text: `1:` and `true:` are the texts "1" and "true"; a key that is no scalar is the empty text. */
export function keyName(key: Node | null): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

/** The tag of a node, unless it is one that only repeats what the value is anyway. */
export function ownTag({ tag }: { tag?: string }): string | undefined {
  return tag === undefined || plainTags.has(tag) ? undefined : tag;
}

const plainTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Where a node is written; the start of the text for one that isn't there. */
export function spanOf(node: Node | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
