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
): Pick<Problem, 'message'> & { data?: ProblemData } {
  const refused = owner.refusedKeys[key];
  if (refused !== undefined) return { message: refused };
  const names = didYouMean(
    key,
    [...owner.properties.values()].filter(({ suggested }) => suggested).map((facts) => facts.key),
  );
  if (names.length > 0)
    return { message: say.unknownKey(owner, names[0]), data: { kind: 'rename-key', names } };
  const home = homeOf(key, owner);
  return {
    message: home === undefined ? say.unknownKey(owner, undefined) : say.misplacedKey(home),
  };
}

/** The one other place in the table where the key is at home, if there is exactly one. */
function homeOf(key: string, owner: FieldFacts): FieldFacts | undefined {
  const homes = table.allFields().filter((facts) => facts !== owner && facts.properties.has(key));
  return homes.length === 1 ? homes[0] : undefined;
}
