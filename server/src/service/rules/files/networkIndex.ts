// The networks of many owners, to be asked which of them overlap with a given one. Nothing is compared
// with everything: CIDR blocks nest, so those around a block have one of 33 keys, and those inside it
// are neighbours in the order of their first address.
import { networkKey, type Ipv4Block } from '../../address/ipv4';

/** One network and those who have it, in groups. */
export interface NetworkEntry<Owner> {
  readonly block: Ipv4Block;
  /** Owners by their group, in the order in which they came. */
  readonly owners: Map<object, Set<Owner>>;
}

/** Networks with their owners. */
export class NetworkIndex<Owner> {
  readonly #byKey = new Map<number, NetworkEntry<Owner>>();
  /** All networks by first address, the larger first; brought up to date when somebody asks. */
  #sorted: NetworkEntry<Owner>[] = [];
  readonly #unsorted = new Set<NetworkEntry<Owner>>();
  readonly #emptied = new Set<NetworkEntry<Owner>>();

  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  add(block: Ipv4Block, group: object, owner: Owner): void {
    const entry = this.#entryOf(block);
    const owners = entry.owners.get(group) ?? new Set();
    entry.owners.set(group, owners.add(owner));
  }

  remove(block: Ipv4Block, group: object, owner: Owner): void {
    const entry = this.#byKey.get(networkKey(block));
    const owners = entry?.owners.get(group);
    if (entry === undefined || owners === undefined) return;
    owners.delete(owner);
    if (owners.size === 0) entry.owners.delete(group);
    if (entry.owners.size > 0) return;
    this.#byKey.delete(networkKey(block));
    if (!this.#unsorted.delete(entry)) this.#emptied.add(entry);
  }

  /** The networks that overlap with `block`, itself among them: those around it first, the largest first. */
  *overlapping(block: Ipv4Block): Generator<NetworkEntry<Owner>> {
    this.#sort();
    for (let length = 0; length <= block.prefixLength; length++) {
      const first = block.first - (block.first % 2 ** (32 - length));
      const around = this.#byKey.get(networkKey({ first, prefixLength: length }));
      if (around !== undefined) yield around;
    }
    for (let at = this.#placeBehind(block); at < this.#sorted.length; at++) {
      const entry = this.#sorted[at];
      if (entry === undefined || entry.block.first > block.last) return;
      yield entry;
    }
  }

  #entryOf(block: Ipv4Block): NetworkEntry<Owner> {
    const key = networkKey(block);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const entry: NetworkEntry<Owner> = { block, owners: new Map() };
    this.#byKey.set(key, entry);
    this.#unsorted.add(entry);
    return entry;
  }

  /** Sorts what has come since the last question; the engine is quick with a list that is nearly sorted. */
  #sort(): void {
    if (this.#unsorted.size === 0 && this.#emptied.size === 0) return;
    const kept =
      this.#emptied.size === 0
        ? this.#sorted
        : this.#sorted.filter((entry) => !this.#emptied.has(entry));
    this.#sorted =
      this.#unsorted.size === 0
        ? kept
        : [...kept, ...[...this.#unsorted].sort(byOrder)].sort(byOrder);
    this.#unsorted.clear();
    this.#emptied.clear();
  }

  /** The index of the first network that comes behind `block` in the order. */
  #placeBehind(block: Ipv4Block): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.#sorted[middle];
      if (entry !== undefined && compare(entry.block, block) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byOrder(a: NetworkEntry<unknown>, b: NetworkEntry<unknown>): number {
  return compare(a.block, b.block);
}

function compare(a: Ipv4Block, b: Ipv4Block): number {
  return a.first - b.first || a.prefixLength - b.prefixLength;
}
