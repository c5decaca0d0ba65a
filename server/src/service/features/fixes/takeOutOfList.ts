// One value out of a list that stands where a single value belongs.
import type { Analysis } from '../../analysis';
import {
  entryAtPointer,
  nodeAtPointer,
  type ScalarNode,
  type SequenceNode,
} from '../../document/node';
import type { Problem } from '../../problem';
import type { Fix } from './fix';

/** The entry of a list of one in the place of the list; nothing for other lists, and across a comment. */
export function takeOutOfList({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  const list = nodeAtPointer(root, pointer);
  if (list?.kind !== 'sequence') return [];
  const item = onlyText(list);
  if (item === undefined) return [];
  const value = text.slice(item.span.start, item.span.end);
  if (list.flow) {
    const edits = [{ span: list.span, text: value }];
    return [{ title: 'Remove the brackets', edits, reveals: true }];
  }
  const keyEnd = entryAtPointer(root, pointer)?.keySpan.end ?? list.span.start;
  if (!/^[ \t]*:\s+-[ \t]+$/.test(text.slice(keyEnd, item.span.start))) return [];
  const edits = [{ span: { start: keyEnd, end: item.span.end }, text: `: ${value}` }];
  return [{ title: 'Remove the dash', edits, reveals: true }];
}

/** The text that is the one entry of a list, if it stands right there. */
function onlyText({ items }: SequenceNode): ScalarNode | undefined {
  const [item, ...others] = items;
  if (others.length > 0 || item?.kind !== 'scalar' || item.borrowed) return undefined;
  return item.style === 'block' || item.style === 'empty' ? undefined : item;
}
