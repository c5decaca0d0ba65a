// What counts as something to send.
import { walk, type DataNode } from '../../document/node';
import { table } from '../../schema/table';

/**
 * Whether there is a field in a value of the body: blocks of keys all the way down hold none. A list is
 * a value even when it is empty, and so are a mistake and whatever has a tag.
 */
export function holdsField(value: DataNode): boolean {
  for (const node of walk(value))
    if (
      node.kind !== 'map' ||
      node.tag !== undefined ||
      table.factsAt(node.pointer)?.type !== 'object'
    )
      return true;
  return false;
}
