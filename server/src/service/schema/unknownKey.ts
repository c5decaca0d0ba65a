// What to say about a key that the table does not have at its place.
import type { Problem, ProblemData } from '../problem';
import { didYouMean } from './didYouMean';
import type { FieldFacts } from './facts';
import * as say from './messages';
import { table } from './table';

/** Message and fix data for the unknown `key` inside `owner`. The key itself is not repeated. */
export function describeUnknownKey(
  key: string,
  owner: FieldFacts,
): Pick<Problem, 'message'> & { data: ProblemData } {
  const homes = homesOf(key, owner);
  const move = { kind: 'move-key', homes: homes.map(({ path }) => path) } as const;
  const refused = owner.refusedKeys[key];
  if (refused !== undefined)
    return { message: refused, data: homes.length > 0 ? move : { kind: 'remove-key' } };
  if (homes.length > 0) return { message: say.misplacedKey(homes), data: move };
  const elsewhere = table.allFields().find(({ refusedKeys }) => refusedKeys[key] !== undefined);
  if (elsewhere !== undefined)
    return { message: elsewhere.refusedKeys[key] ?? '', data: { kind: 'remove-key' } };
  const { names, certainty } = didYouMean(key, [...owner.properties.keys()]);
  return {
    message: say.unknownKey(owner, names[0]),
    data: { kind: 'rename-key', names, certainty },
  };
}

/** The same for a key that nobody looks up. */
export function withoutGuess(owner: FieldFacts): Pick<Problem, 'message'> & { data: ProblemData } {
  return {
    message: say.unknownKey(owner, undefined),
    data: { kind: 'rename-key', names: [], certainty: 'open' },
  };
}

/** The other blocks of the table that know the key. Entries of a list are no place to move to. */
function homesOf(key: string, owner: FieldFacts): readonly FieldFacts[] {
  return table
    .allFields()
    .filter(
      (facts) =>
        facts !== owner && facts.properties.has(key) && !facts.path.split('/').includes('*'),
    );
}
