// Keys that a block probably holds under a name with a slip in it: nobody can say that they are missing.
import { didYouMean, maxGuesses } from './didYouMean';
import type { FieldFacts } from './facts';

/** The keys of `owner` that one of the `written` ones looks like without being a key itself. */
export function misspeltKeys(
  written: readonly string[],
  { properties, refusedKeys }: FieldFacts,
): ReadonlySet<string> {
  const unknown = written.filter((key) => !properties.has(key) && refusedKeys[key] === undefined);
  return new Set(
    unknown.slice(0, maxGuesses).flatMap((key) => didYouMean(key, [...properties.keys()]).names),
  );
}
