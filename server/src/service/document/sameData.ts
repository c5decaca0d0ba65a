// Whether two texts say the same: all keys, values and tags alike, wherever they stand.
import type { DataNode, ScalarNode } from './node';

/** Compares two projections without their places, and without the ways in which a value can be written. */
export function sameData(a: DataNode | undefined, b: DataNode | undefined): boolean {
  return sameTree(a, b, sameValue);
}

/** Compares two projections without their places. A value that is written otherwise is another one. */
export function sameReading(a: DataNode | undefined, b: DataNode | undefined): boolean {
  return sameTree(
    a,
    b,
    (a, b) => sameValue(a, b) && a.source === b.source && a.commentFollows === b.commentFollows,
  );
}

type SameScalar = (a: ScalarNode, b: ScalarNode) => boolean;

const sameValue: SameScalar = (a, b) => a.style === b.style && Object.is(a.value, b.value);

function sameTree(
  a: DataNode | undefined,
  b: DataNode | undefined,
  sameScalar: SameScalar,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.tag !== b.tag || a.borrowed !== b.borrowed || a.contested !== b.contested) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && sameScalar(a, b);
  if (a.kind === 'sequence')
    return (
      b.kind === 'sequence' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameTree(item, b.items[index], sameScalar))
    );
  return (
    b.kind === 'map' &&
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }, index) => {
      const other = b.entries[index];
      return other?.key === key && sameTree(value, other.value, sameScalar);
    })
  );
}
