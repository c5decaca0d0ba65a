// The key or value under an offset.
import type { DataNode, MapEntry } from './node';
import { lineAround, touches, type Span } from './span';

/** What stands at an offset: a key with its entry, or a scalar or alias. */
export type NodeAt =
  | { readonly part: 'key'; readonly entry: MapEntry; readonly span: Span }
  | { readonly part: 'value'; readonly node: DataNode; readonly span: Span };

/**
 * The innermost key, scalar or alias that touches `offset`; nothing on white space, comments and
 * punctuation. What an alias brings stands somewhere else, so the search ends at it.
 */
export function nodeAt(root: DataNode, offset: number): NodeAt | undefined {
  if (root.borrowed)
    return touches(root.span, offset) ? { part: 'value', node: root, span: root.span } : undefined;
  switch (root.kind) {
    case 'scalar':
      return touches(root.span, offset) && root.span.end > root.span.start
        ? { part: 'value', node: root, span: root.span }
        : undefined;
    case 'sequence':
      return first(root.items, (item) => nodeAt(item, offset));
    case 'map':
      return first(root.entries, (entry) => {
        if (touches(entry.keySpan, offset) && !entry.borrowed)
          return { part: 'key', entry, span: entry.keySpan };
        return entry.borrowed ? undefined : nodeAt(entry.value, offset);
      });
  }
}

/** The value behind a tag of its own that touches `offset`, with the tag. A value that is not there has none. */
export function taggedAt(root: DataNode, text: string, offset: number): NodeAt | undefined {
  const line = lineAround(text, offset);
  for (const match of text.slice(line.start, line.end).matchAll(/(?<!\S)!\S+(?=([ \t]+)\S)/g)) {
    const start = line.start + match.index;
    const end = start + match[0].length;
    if (!touches({ start, end }, offset)) continue;
    const found = nodeAt(root, end + (match[1] ?? '').length);
    const isTag = found?.part === 'value' && found.node.tag === match[0];
    return isTag ? { ...found, span: { start, end: found.span.end } } : undefined;
  }
  return undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
