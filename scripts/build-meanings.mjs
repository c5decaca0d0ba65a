// Writes what the values of each field mean, for the side of the extension that doesn't read the schema.
import { format } from 'prettier';
import { loadService } from './load-service.mjs';

/** What both sides read. */
export const meaningsFile = new URL(
  '../server/src/protocol/meanings.generated.json',
  import.meta.url,
);

/** The meanings by path; a field whose values are just what they are isn't in it. */
export async function buildMeanings() {
  const { table } = await loadService("export { table } from './schema/table';");
  const meanings = table
    .allFields()
    .map((facts) => [facts.path, meaningOf(facts)])
    .filter(([, meaning]) => Object.keys(meaning).length > 0);
  return format(JSON.stringify(Object.fromEntries(meanings)), { parser: 'json' });
}

function meaningOf({ address, values, form, ignoresCase, split, onlyWhile }) {
  return {
    ...(address?.kind === 'network' && { network: true }),
    // The API answers in upper case what it takes in lower case.
    ...((ignoresCase || values.length > 0 || form === 'uuid') && { ignoresCase: true }),
    ...(split && { split }),
    ...(onlyWhile && { onlyWhile }),
  };
}
