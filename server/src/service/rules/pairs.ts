// Pairs of things in a list that have something to do with each other. Lists in a file can be longer
// than the API allows, so nothing compares every element with every other.

/** The earlier element of a list and a later one that it concerns. */
export type Pair<T> = readonly [earlier: T, later: T];

/**
 * Every element whose key an earlier one has, with the first that has it, in the order of the list:
 * one thing that stands there three times is reported twice, not three times.
 */
export function repeats<T>(
  elements: readonly T[],
  keyOf: (element: T) => unknown,
): readonly Pair<T>[] {
  const first = new Map<unknown, T>();
  return elements.flatMap((element) => {
    const key = keyOf(element);
    const earlier = first.get(key);
    if (earlier !== undefined) return [[earlier, element] as const];
    first.set(key, element);
    return [];
  });
}
