// Which fixes a problem has: decided by its typed data, never by its words.
import type { Analysis } from '../../analysis';
import { childPointer, parentPointer, type Pointer } from '../../document/pointer';
import type { Problem, ProblemData } from '../../problem';
import { isAboutComments } from '../../rules/suppressions';
import { table } from '../../schema/table';
import { ownScalar, type Edit, type Fix } from './fix';
import { quoteLine, quoteText, unquote } from './quotes';
import { insertBehind, insertTopLevel, setContextFact } from './insertKey';
import { moveKey } from './moveKey';
import { removeDuplicate } from './removeDuplicate';
import { removeSuppression } from './removeSuppression';
import { renameKey } from './renameKey';
import { renameSuppression } from './renameSuppression';
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
        ...replaceValue(analysis, problem, data.values),
        ...(data.orRemove === true ? alternative(removeKey(analysis, problem.pointer)) : []),
      ];
    case 'quote':
      return [...quoteText(analysis, problem), ...removeNothing(analysis, problem)];
    case 'quote-line':
      return quoteLine(analysis, problem);
    case 'unquote':
      return unquote(analysis, problem);
    case 'wrap-list':
      return wrapInList(analysis, problem);
    case 'tabs':
      return [replaceTabs(analysis)];
    case 'remove-item':
      return removal('Remove this entry', removeItem(analysis, problem.pointer));
    case 'remove-suppression':
      return removeSuppression(analysis, problem);
    default:
      return keyFixes(analysis, problem, data);
  }
}

/** In most places the word for nothing means nothing, and no text. */
function removeNothing(analysis: Analysis, { pointer }: Problem): readonly Fix[] {
  const node = ownScalar(analysis.root, pointer);
  const isNothing = node?.value === null && node.tag === undefined;
  return isNothing ? alternative(removeKey(analysis, pointer)) : [];
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
      return isAboutComments(problem.code)
        ? renameSuppression(analysis, problem, data.names)
        : renameKey(analysis, problem, data.names);
    case 'move-key':
      return [
        ...moveKey(analysis, problem, data.homes),
        ...alternative(removeKey(analysis, pointer)),
      ];
    case 'duplicate-key':
      return removeDuplicate(analysis, problem, data);
    case 'absent':
    case 'remove-key':
      return removal('Remove this key', removeKey(analysis, pointer));
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
  const own = keys.flatMap((key) => withExample(key, insertTopLevel(analysis, key)));
  return [...own, ...allMissing(analysis, keys)];
}

/** All that is missing at once, with the first of the problems that say so. */
function allMissing(analysis: Analysis, keys: readonly string[]): readonly Fix[] {
  const missing = analysis.problems.flatMap(({ pointer, data }) =>
    pointer === '' && data?.kind === 'missing-keys' ? data.keys : [],
  );
  if (missing.length === keys.length || missing[0] !== keys[0]) return [];
  const edits = missing.flatMap((key) => insertTopLevel(analysis, key));
  return edits.length < missing.length
    ? []
    : [{ title: 'Add all missing keys with examples', edits }];
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

/** A removal beside a better mend. */
function alternative(edits: readonly Edit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title: 'Remove this key', edits }];
}

function removal(title: string, edits: readonly Edit[]): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, preferred: true }];
}
