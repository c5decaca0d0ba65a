// Which values to offer for a word that an enumeration does not have.
import { didYouMean, normalize, type Guesses } from './didYouMean';
import type { FieldFacts, ValueFacts } from './facts';

/**
 * The value that was meant, when that is clear; else all of them, the discouraged ones last. A value
 * that is merely similar is no guess: it may be another algorithm.
 */
export function meantValue(written: string, facts: FieldFacts): Guesses {
  const guesses = didYouMean(
    written,
    facts.values.map(({ value }) => value),
  );
  if (guesses.certainty === 'spelling') return guesses;
  const alias = facts.aliases[normalize(written)];
  if (alias !== undefined) return { names: [alias], certainty: 'likely' };
  return guesses.certainty === 'likely'
    ? { names: guesses.names.slice(0, 1), certainty: 'likely' }
    : { names: strongestFirst(facts), certainty: 'open' };
}

function strongestFirst({ values, disables }: FieldFacts): readonly string[] {
  const rankOf = ({ value, weak }: ValueFacts): number =>
    value in disables ? 2 : weak !== undefined ? 1 : 0;
  return [...values].sort((a, b) => rankOf(a) - rankOf(b)).map(({ value }) => value);
}
