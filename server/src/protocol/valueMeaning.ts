// What the values of a field mean, as far as comparing and restoring them need it. Both sides of the
// extension take it from here; it is written out of the schema by `npm run generate`.
import meanings from './meanings.generated.json';

/** Everything is absent that doesn't apply to a field. */
export interface ValueMeaning {
  /** An IPv4 CIDR block: every spelling of one network is the same value. */
  readonly network?: boolean;
  readonly ignoresCase?: boolean;
  readonly split?: SplitItems;
  readonly onlyWhile?: Condition;
}

/** Keys of the items of a list that the service takes apart: one item for each value in `into`. */
export interface SplitItems {
  /** What the parts of an item have in common. No two items of an update may have the same value. */
  readonly by: string;
  /** A list that has only one value in each part. */
  readonly into: string;
  /** The number of an item. The service assigns it again. */
  readonly number: string;
}

/** When a connection has a value of its own: otherwise the service has none, or makes one itself. */
export interface Condition {
  /** JSON pointer of the field that decides. */
  readonly field: string;
  /** The values of that field. */
  readonly are: readonly string[];
  /** The values that need it; absent when all do. */
  readonly values?: readonly string[];
}

/** The meaning of the value at a JSON pointer into a document or a body. */
export function meaningAt(pointer: string): ValueMeaning {
  const path = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  return Object.hasOwn(known, path) ? (known[path] ?? {}) : {};
}

/** The fields that have a value of their own only while the field at the pointer has certain values. */
export function dependentsOf(pointer: string): readonly string[] {
  return Object.keys(known).filter((path) => {
    const condition = known[path]?.onlyWhile;
    return condition?.field === pointer && condition.values === undefined;
  });
}

const known: Readonly<Record<string, ValueMeaning>> = meanings;
