// What the values of a field mean, as far as comparing and restoring them need it. Both sides of the
// extension take it from here; it is written out of the schema by `npm run generate`.
import meanings from './meanings.generated.json';

/** Everything is absent that doesn't apply to a field. */
export interface ValueMeaning {
  /** An IPv4 CIDR block: every spelling of one network is the same value. */
  readonly network?: boolean;
  readonly ignoresCase?: boolean;
  readonly split?: SplitItems;
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

/** The meaning of the value at a JSON pointer into a document or a body. */
export function meaningAt(pointer: string): ValueMeaning {
  const path = pointer.replace(/\/\d+(?=\/|$)/g, '/*');
  return Object.hasOwn(known, path) ? (known[path] ?? {}) : {};
}

const known: Readonly<Record<string, ValueMeaning>> = meanings;
