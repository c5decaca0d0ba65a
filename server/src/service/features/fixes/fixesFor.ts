// Which fixes a problem has: decided by its typed data, never by its words.
import type { Analysis } from '../../analysis';
import { childPointer, parentPointer } from '../../document/pointer';
import type { Problem } from '../../problem';
import { table } from '../../schema/table';
import type { Edit, Fix } from './fix';
import { quoteLine, quoteText, unquote } from './quotes';
import { insertBehind, insertTopLevel, setContextFact } from './insertKey';
import { renameKey } from './renameKey';
import { removeItem, removeKey } from './removeText';
import { replaceValue } from './replaceValue';
import { replaceTabs } from './tabs';

/** The mends of one problem, the best one first. */
export function fixesFor(analysis: Analysis, problem: Problem): readonly Fix[] {
  const { data } = problem;
  switch (data?.kind) {
    case 'replacements':
      return replaceValue(analysis, problem, data.values);
    case 'rename-key':
      return renameKey(analysis, problem, data.names);
    case 'quote':
      return quoteText(analysis, problem);
    case 'quote-line':
      return quoteLine(analysis, problem);
    case 'unquote':
      return unquote(analysis, problem);
    case 'tabs':
      return [replaceTabs(analysis)];
    case 'absent':
    case 'remove-key':
      return removal('Remove this key', removeKey(analysis, problem.pointer));
    case 'remove-item':
      return removal('Remove this entry', removeItem(analysis, problem.pointer));
    case 'add-key':
      return withExample(
        data.key,
        insertBehind(analysis, childPointer(parentPointer(problem.pointer), data.after), data.key),
      );
    case 'missing-keys':
      return missingKeys(analysis, problem, data.keys);
    case 'set-context':
      return contextFixes(analysis, data.key);
    case undefined:
      return [];
  }
}

/** Keys are mandatory at the top level only. */
function missingKeys(
  analysis: Analysis,
  { pointer }: Problem,
  keys: readonly string[],
): readonly Fix[] {
  if (pointer !== '') return [];
  return keys.flatMap((key) => withExample(key, insertTopLevel(analysis, key)));
}

/** One fix for each value that the fact can have. */
function contextFixes(analysis: Analysis, key: string): readonly Fix[] {
  const facts = table.fieldWithRole('context').properties.get(key);
  const values = [...(facts?.values ?? []), ...(facts?.suggestions ?? [])].map(
    ({ value }) => value,
  );
  return values.flatMap((value) => {
    const edits = setContextFact(analysis, key, value);
    const title = `Say under \`context\` that \`${key}\` is \`${value}\``;
    return edits.length === 0 ? [] : [{ title, edits, reveals: true as const }];
  });
}

/** An example is something to type over: nobody should get it without having asked. */
function withExample(key: string, edits: readonly Edit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title: `Add \`${key}\` with an example`, edits }];
}

function removal(title: string, edits: readonly Edit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, preferred: true }];
}
