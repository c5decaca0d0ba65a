// Random numbers that a seed decides.

/** A stream of random numbers: the same seed gives the same stream. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number; both bounds can come. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** One of the choices, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
  /** Some of the choices, in their order. */
  some<T>(choices: readonly T[], probability: number): T[];
}

/** Mulberry32: small, fast and good enough for schedules. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[int(0, choices.length - 1)]!,
    weighted: (choices) => {
      const total = choices.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      const chosen = choices.find(([weight]) => (left -= weight) < 0);
      return (chosen ?? choices.at(-1)!)[1];
    },
    some: (choices, probability) => choices.filter(() => next() < probability),
  };
}

/** Seeds of independent streams out of one. */
export function derivedSeed(seed: number, stream: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35);
}
