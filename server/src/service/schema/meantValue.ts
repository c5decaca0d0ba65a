// Which values to offer for a word that an enumeration does not have.
import { didYouMean, normalize, type Guesses } from './didYouMean';
import type { FieldFacts, ValueFacts } from './facts';

/**
 * The value that was meant, when that is clear; else all of them, the recommended one first and the
 * discouraged ones last. A value
 * that is merely similar is no guess: it may be another algorithm.
 */
export function meantValue(written: string, facts: FieldFacts): Guesses {
  const values = facts.values.map(({ value }) => value);
  const guesses = didYouMean(written, values);
  if (guesses.certainty === 'spelling') return guesses;
  // `main mode` is `main`; a word with two of the values in it says nothing.
  const words = written.toLowerCase().split(/[\s_-]+/);
  const [word, ...others] = values.filter((value) => words.includes(value));
  const guess = facts.aliases[normalize(written)] ?? word ?? clearOne(guesses);
  return guess === undefined || others.length > 0
    ? { names: strongestFirst(facts), certainty: 'open' }
    : { names: [guess], certainty: 'likely' };
}

function clearOne({ names, certainty }: Guesses): string | undefined {
  return certainty === 'likely' ? names[0] : undefined;
}

function strongestFirst({ values, disables, recommended }: FieldFacts): readonly string[] {
  const rankOf = ({ value, weak }: ValueFacts): number => {
    if (value === recommended) return 0;
    if (value in disables) return 3;
    return weak === undefined ? 1 : 2;
  };
  return [...values].sort((a, b) => rankOf(a) - rankOf(b)).map(({ value }) => value);
}
