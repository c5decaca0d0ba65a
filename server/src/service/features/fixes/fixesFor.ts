// Which fixes a problem has: decided by its typed data, never by its words.
import type { Analysis } from '../../analysis';
import { childPointer, parentPointer, type Pointer } from '../../document/pointer';
import type { Certainty, Problem, ProblemData } from '../../problem';
import { table } from '../../schema/table';
import { standing, type Edit, type Fix } from './fix';
import { quoteLine, quoteText, unquote } from './quotes';
import { insertBehind, insertTopLevel, setContextFact } from './insertKey';
import { moveKey } from './moveKey';
import { removeDuplicate } from './removeDuplicate';
import { removeSuppression } from './removeSuppression';
import { renameKey } from './renameKey';
import { removeItem, removeKey } from './removeText';
import { replaceValue } from './replaceValue';
import { replaceTabs } from './tabs';
import { wrapInList } from './wrapInList';

/** The mends of one problem, the best one first. */
export function fixesFor(analysis: Analysis, problem: Problem): readonly Fix[] {
  const { data } = problem;
  if (data === undefined) return [];
  switch (data.kind) {
    case 'replacements':
      return [
        ...replaceValue(analysis, problem, data.values, data.certainty),
        ...(data.orRemove === true ? keyRemoval(analysis, problem.pointer) : []),
      ];
    case 'quote':
      return [
        ...quoteText(analysis, problem, data.certainty),
        ...(data.orRemove === true ? keyRemoval(analysis, problem.pointer) : []),
      ];
    case 'quote-line':
      return quoteLine(analysis, problem);
    case 'unquote':
      return unquote(analysis, problem);
    case 'wrap-list':
      return wrapInList(analysis, problem);
    case 'tabs':
      return [replaceTabs(analysis)];
    case 'remove-item':
      return removal('Remove this entry', removeItem(analysis, problem.pointer), 'likely');
    case 'remove-suppression':
      return removeSuppression(analysis, problem, 'likely');
    case 'unknown-suppression':
      return [
        ...renameKey(analysis, problem, data.names, data.certainty),
        ...removeSuppression(analysis, problem, 'open'),
      ];
    default:
      return keyFixes(analysis, problem, data);
  }
}

/** Problems whose mend is about a key. */
type KeyData = Extract<
  ProblemData,
  {
    readonly kind:
      | 'rename-key'
      | 'move-key'
      | 'duplicate-key'
      | 'absent'
      | 'remove-key'
      | 'add-key'
      | 'missing-keys'
      | 'set-context';
  }
>;

function keyFixes(analysis: Analysis, problem: Problem, data: KeyData): readonly Fix[] {
  const { pointer } = problem;
  switch (data.kind) {
    case 'rename-key':
      return [
        ...renameKey(analysis, problem, data.names, data.certainty),
        ...keyRemoval(analysis, pointer),
      ];
    case 'move-key':
      return [...moveKey(analysis, problem, data.homes), ...keyRemoval(analysis, pointer)];
    case 'duplicate-key':
      return removeDuplicate(analysis, problem, data);
    case 'absent':
      return keyRemoval(analysis, pointer, 'likely');
    case 'remove-key':
      return keyRemoval(analysis, pointer, data.certainty ?? 'likely');
    case 'add-key':
      return addKey(analysis, pointer, data);
    case 'missing-keys':
      return missingKeys(analysis, problem, data.keys);
    case 'set-context':
      return contextFixes(analysis, data.key);
  }
}

function addKey(
  analysis: Analysis,
  pointer: Pointer,
  { key, after, value }: Extract<KeyData, { readonly kind: 'add-key' }>,
): readonly Fix[] {
  const neighbour = childPointer(parentPointer(pointer), after);
  const edits = insertBehind(analysis, neighbour, key, value);
  if (value === undefined) return withExample(key, edits);
  return edits.length === 0 ? [] : [{ title: `Add \`${key}: ${value}\``, edits }];
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

/** Beside a better mend it is one that could be meant, too. */
function keyRemoval(
  analysis: Analysis,
  pointer: Pointer,
  certainty: Certainty = 'open',
): readonly Fix[] {
  return removal('Remove this key', removeKey(analysis, pointer), certainty);
}

function removal(title: string, edits: readonly Edit[], certainty: Certainty): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, ...standing(certainty) }];
}
