// Where a block of keys or a list is written. The parser takes the comments below the last value of a
// block that is nested in it for a part of it, however little they are indented: they may be about the
// next key, so none of them counts.
import { isCollection, isPair, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from './span';

/** From its first key or dash to the end of the line on which its last value ends. */
export function blockSpan(block: YAMLMap | YAMLSeq, text: string): Span {
  return { start: block.range?.[0] ?? 0, end: endOf(block, text) };
}

function endOf(node: Node, text: string): number {
  const end = node.range?.[1] ?? 0;
  if (!isCollection(node) || node.flow === true) return end;
  const last = lastIn(node);
  return last === undefined ? end : Math.min(end, behindLine(text, endOf(last, text)));
}

/** What is written last in it. A key without a colon has no value. */
function lastIn({ items }: YAMLMap | YAMLSeq): Node | undefined {
  const item: unknown = items.at(-1);
  return (isPair(item) ? (item.value ?? item.key) : item) as Node | undefined;
}

/** Behind the line break of the line that `offset` is on, unless it stands behind one already. */
function behindLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
