// Pairs of networks, against the definition: compare every element with every earlier one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  overlappingNetworks,
  repeatedNetworks,
  type HasBlock,
} from '../../../../server/src/service/rules/networkPairs';
import { repeats } from '../../../../server/src/service/rules/pairs';
import { overlaps, parseIpv4Block, sameNetwork } from '../../../../server/src/service/address/ipv4';

const blocksOf = (texts: readonly string[]): readonly HasBlock[] =>
  texts.map((text) => ({ block: parseIpv4Block(text)! }));

/** Few networks and short prefixes, so that most lists hold pairs of all kinds. */
const list = fc
  .array(
    fc.tuple(
      fc.nat(3),
      fc.constantFrom(0, 64, 128, 192, 255),
      fc.constantFrom(0, 8, 15, 16, 17, 31, 32),
    ),
    { maxLength: 14 },
  )
  .map((parts) => blocksOf(parts.map(([a, b, length]) => `10.${a}.${b}.0/${length}`)));

/** For every element the first earlier one that matches. */
function firstEarlier<T>(
  elements: readonly T[],
  matches: (a: T, b: T) => boolean,
): readonly (readonly [T, T])[] {
  return elements.flatMap((later, index) => {
    const earlier = elements.slice(0, index).find((each) => matches(each, later));
    return earlier === undefined ? [] : [[earlier, later] as const];
  });
}

test('same networks are those that the definition finds', () => {
  fc.assert(
    fc.property(list, (elements) => {
      expect(repeatedNetworks(elements)).toEqual(
        firstEarlier(elements, ({ block: a }, { block: b }) => sameNetwork(a, b)),
      );
    }),
  );
});

test('overlaps are those that the definition finds', () => {
  let found = 0;
  fc.assert(
    fc.property(list, (elements) => {
      const pairs = overlappingNetworks(elements);
      found += pairs.length;
      expect(pairs).toEqual(
        firstEarlier(
          elements,
          ({ block: a }, { block: b }) => overlaps(a, b) && !sameNetwork(a, b),
        ),
      );
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test('the pair names the very elements of the list, the earlier one first', () => {
  const elements = blocksOf(['10.1.0.0/16', '10.0.0.0/8', '10.1.0.0/16', '10.1.2.3/24']);
  const [inner, outer, again, smallest] = elements;
  expect(overlappingNetworks(elements)).toEqual([
    [inner, outer],
    [outer, again],
    [inner, smallest],
  ]);
  expect(overlappingNetworks(elements)[2]![0]).toBe(inner);
  expect(repeatedNetworks(elements)).toEqual([[inner, again]]);
});

test('a value that stands there three times is two repeats', () => {
  expect(repeats([1, 2, 1, 1], (value) => value)).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
