// Whether two texts say the same: all keys, values and tags alike, wherever they stand.
import type { DataNode } from './node';

/** Compares two projections without their places. */
export function sameData(a: DataNode | undefined, b: DataNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.tag !== b.tag || a.borrowed !== b.borrowed) return false;
  if (a.kind === 'scalar')
    return b.kind === 'scalar' && a.style === b.style && Object.is(a.value, b.value);
  if (a.kind === 'sequence')
    return (
      b.kind === 'sequence' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameData(item, b.items[index]))
    );
  return (
    b.kind === 'map' &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }, index) => {
      const other = b.entries[index];
      return other?.key === key && sameData(value, other.value);
    })
  );
}
