// Which key a block or list is meant for, when the name above it is wrong: the one that knows most of it.
import { parentPointer, type Pointer } from '../../document/pointer';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { isBlock, isList, type PlainData } from './hypothetical';

/** Whether no key beside the one at `pointer` knows more of `data`, mistakes in its values or not. */
export function isMeantFor(pointer: Pointer, data: PlainData): boolean {
  const facts = table.factsAt(pointer);
  const known = facts === undefined ? 0 : countKnown(data, facts);
  const beside = table.factsAt(parentPointer(pointer))?.properties.values() ?? [];
  return known > 0 && [...beside].every((each) => countKnown(data, each) <= known);
}

/** How many parts of `data` a field has a place for. */
function countKnown(data: PlainData, { type, properties, items }: FieldFacts): number {
  if (isBlock(data)) {
    const keys = Object.keys(data).filter((key) => properties.has(key));
    return type === 'object' ? keys.length : 0;
  }
  if (!isList(data)) return type === 'object' || type === 'array' ? 0 : 1;
  if (items === undefined) return 0;
  return data.reduce<number>((count, item) => count + countKnown(item, items), 0);
}
