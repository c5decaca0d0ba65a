// One value out of a list that stands where a single value belongs.
import type { Analysis } from '../../analysis';
import { entryAtPointer, type DataNode, type ScalarNode } from '../../document/node';
import type { Problem } from '../../problem';
import { pathTo, type Fix } from './fix';

/** The entry of a list of one in the place of the list; nothing for other lists, and across a comment. */
export function takeOutOfList({ root, text }: Analysis, { pointer }: Problem): readonly Fix[] {
  if (root === undefined) return [];
  const list = pathTo(root, pointer).at(-1);
  const item = list?.pointer === pointer ? onlyText(list) : undefined;
  if (list?.kind !== 'sequence' || item === undefined) return [];
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
function onlyText(list: DataNode): ScalarNode | undefined {
  if (list.kind !== 'sequence' || list.items.length !== 1) return undefined;
  const [item] = list.items;
  if (item?.kind !== 'scalar' || item.borrowed) return undefined;
  return item.style === 'block' || item.style === 'empty' ? undefined : item;
}
