// Which networks of a list are the same, and which lie inside one another: in one sweep over the
// sorted list, because lists in a file can be longer than the API allows.
import { networkKey, type Ipv4Block } from '../address/ipv4';
import { repeats, type Pair } from './pairs';

/** Something that stands for a network. */
export interface HasBlock {
  readonly block: Ipv4Block;
}

/** Elements that are the same network as an earlier one, host bits aside. */
export function repeatedNetworks<T extends HasBlock>(elements: readonly T[]): readonly Pair<T>[] {
  return repeats(elements, ({ block }) => networkKey(block));
}

/**
 * Elements that contain an earlier one or lie inside it, each with the first such element, in the
 * order of the list. The same network twice is no overlap.
 */
export function overlappingNetworks<T extends HasBlock>(
  elements: readonly T[],
): readonly Pair<T>[] {
  const networks = nest(elements.map(({ block }) => block));
  return elements.flatMap((later, index) => {
    const { outside = Infinity, inside = Infinity } = networks.get(networkKey(later.block)) ?? {};
    const first = Math.min(outside, inside);
    const earlier = first < index ? elements[first] : undefined;
    return earlier === undefined ? [] : [[earlier, later] as const];
  });
}

/** A network of the list; places are indexes of the list, infinite when there is none. */
interface Network {
  readonly last: number;
  /** Where it stands first. */
  readonly place: number;
  /** The first place of a network around it. */
  readonly outside: number;
  /** The first place of a network inside it. */
  inside: number;
}

/** All networks by their key. CIDR blocks nest like brackets, so one sweep over their starts will do. */
function nest(blocks: readonly Ipv4Block[]): ReadonlyMap<number, Network> {
  const networks = new Map<number, Network>();
  const open: Network[] = [];
  const close = (before: number): void => {
    for (let top = open.at(-1); top !== undefined && top.last < before; top = open.at(-1)) {
      open.pop();
      const around = open.at(-1);
      if (around !== undefined) around.inside = Math.min(around.inside, top.place, top.inside);
    }
  };
  const order = blocks.map((block, place) => ({ block, place }));
  order.sort(
    ({ block: a, place: at }, { block: b, place: other }) =>
      a.first - b.first || b.last - a.last || at - other,
  );
  for (const { block, place } of order) {
    const key = networkKey(block);
    if (networks.has(key)) continue;
    close(block.first);
    const around = open.at(-1);
    const outside = around === undefined ? Infinity : Math.min(around.outside, around.place);
    const network: Network = { last: block.last, place, outside, inside: Infinity };
    networks.set(key, network);
    open.push(network);
  }
  close(Infinity);
  return networks;
}
