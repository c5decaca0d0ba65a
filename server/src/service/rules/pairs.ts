// Pairs of things in a list that have something to do with each other.

/**
 * For every element the first earlier element that it matches. Each element occurs at most once as the
 * second of a pair, so that one thing that stands there three times is reported twice, not three times.
 */
export function pairsOf<T>(
  elements: readonly T[],
  matches: (earlier: T, later: T) => boolean,
): readonly (readonly [T, T])[] {
  return elements.flatMap((later, index) => {
    const earlier = elements.slice(0, index).find((each) => matches(each, later));
    return earlier === undefined ? [] : [[earlier, later] as const];
  });
}
