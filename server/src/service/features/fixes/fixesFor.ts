// Which fixes a problem has: decided by its typed data, never by its words.
import type { Analysis } from '../../analysis';
import { childPointer, parentPointer, type Pointer } from '../../document/pointer';
import type { Certainty, Problem, ProblemData } from '../../problem';
import { table } from '../../schema/table';
import { standing, type Edit, type Fix } from './fix';
import { closeUnclosed } from './closeUnclosed';
import { quoteLine, quoteText, unquote } from './quotes';
import { insertBehind, insertTopLevel, setContextFact } from './insertKey';
import { putBlanksBehindColons } from './missingBlanks';
import { joinWords } from './joinWords';
import { moveKey } from './moveKey';
import { removeDuplicate } from './removeDuplicate';
import { removeSuppression } from './removeSuppression';
import { renameKey } from './renameKey';
import { renameSuppression } from './renameSuppression';
import { removeItem, removeKey } from './removeText';
import { replaceValue } from './replaceValue';
import { setKey } from './setKey';
import { replaceTabs } from './tabs';
import { takeOutOfList } from './takeOutOfList';
import { mendTag } from './unknownTag';
import { wrapInList } from './wrapInList';

/** The mends of one problem, the best one first. */
export function fixesFor(analysis: Analysis, problem: Problem): readonly Fix[] {
  const { data } = problem;
  // The table has for each kind a function that takes its data.
  return data === undefined ? [] : (menders[data.kind] as Mender)(analysis, problem, data);
}

/** The mend of a problem that can be made without asking, if there is one. */
export function safeFixFor(analysis: Analysis, problem: Problem): Fix | undefined {
  const { data } = problem;
  // The mends of others take too long to be made in vain.
  if (data === undefined || !mayBeSafe(data)) return undefined;
  return fixesFor(analysis, problem).find(({ safe }) => safe === true);
}

function mayBeSafe(data: ProblemData): boolean {
  if ('certainty' in data) return data.certainty === 'spelling';
  return data.kind === 'duplicate-key' || data.kind === 'unquote';
}

type Kind = ProblemData['kind'];
type Mender<K extends Kind = Kind> = (
  analysis: Analysis,
  problem: Problem,
  data: Extract<ProblemData, { readonly kind: K }>,
) => readonly Fix[];

const menders: { readonly [K in Kind]: Mender<K> } = {
  replacements: (analysis, problem, { values, certainty, orRemove, orSet }) => [
    ...replaceValue(analysis, problem, values, certainty),
    ...(orRemove === true ? keyRemoval(analysis, problem) : []),
    ...(orSet === undefined ? [] : setKey(analysis, problem, orSet)),
  ],
  'join-words': joinWords,
  'set-key': setKey,
  quote: (analysis, problem, { certainty, orRemove }) => [
    ...quoteText(analysis, problem, certainty),
    ...(orRemove === true ? keyRemoval(analysis, problem) : []),
  ],
  'quote-line': quoteLine,
  unquote,
  'unresolved-alias': (analysis, problem) =>
    isFreeText(problem.pointer) ? quoteText(analysis, problem, 'open') : [],
  'unknown-tag': (analysis, problem, { names, certainty }) =>
    mendTag(analysis, problem, names, certainty),
  unclosed: (analysis, problem, { closer }) => closeUnclosed(analysis, problem, closer),
  'wrap-list': wrapInList,
  'not-a-list': (analysis, problem, { isInBrackets }) => [
    ...takeOutOfList(analysis, problem),
    ...(isInBrackets ? quoteText(analysis, problem, 'open') : []),
  ],
  'space-colons': putBlanksBehindColons,
  tabs: (analysis) => [replaceTabs(analysis)],
  'rename-key': (analysis, problem, { names, certainty }) => [
    ...renameKey(analysis, problem, names, certainty),
    ...keyRemoval(analysis, problem),
  ],
  'rename-directive': (analysis, problem, { names }) =>
    renameKey(analysis, problem, names, 'likely'),
  'move-key': (analysis, problem, { homes }) => [
    ...moveKey(analysis, problem, homes),
    ...keyRemoval(analysis, problem),
  ],
  'duplicate-key': removeDuplicate,
  absent: (analysis, problem) => keyRemoval(analysis, problem, 'likely'),
  'remove-key': (analysis, problem, { certainty = 'likely' }) =>
    keyRemoval(analysis, problem, certainty),
  'remove-item': (analysis, { pointer }, { certainty = 'likely', other }) =>
    other === undefined
      ? removal('Remove this entry', removeItem(analysis, pointer), certainty)
      : removal('Remove the other entry', removeItem(analysis, other), certainty),
  'remove-suppression': (analysis, problem) => removeSuppression(analysis, problem, 'likely'),
  'unknown-suppression': (analysis, problem, { names, certainty }) => {
    const renamed = renameSuppression(analysis, problem, names, certainty);
    // The ID that was meant may stand there already.
    const isLeft = names.length > 0 && renamed.length === 0;
    const asSure = certainty === 'spelling' ? certainty : 'likely';
    return [...renamed, ...removeSuppression(analysis, problem, isLeft ? asSure : 'open')];
  },
  'add-key': (analysis, { pointer }, { key, after, value }) => {
    const neighbour = childPointer(parentPointer(pointer), after);
    const edits = insertBehind(analysis, neighbour, key, value);
    if (value === undefined) return withExample(key, edits);
    return edits.length === 0 ? [] : [{ title: `Add \`${key}: ${value}\``, edits }];
  },
  // Keys are mandatory at the top level only.
  'missing-keys': (analysis, { pointer }, { keys }) =>
    pointer !== ''
      ? []
      : [
          ...keys.flatMap((key) => withExample(key, insertTopLevel(analysis, key))),
          ...allMissing(analysis, keys),
        ],
  'set-context': (analysis, _problem, { key }) => contextFixes(analysis, key),
};

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

/** Beside another mend it is one that could be meant, too. */
function keyRemoval(
  analysis: Analysis,
  { pointer }: Problem,
  certainty: Certainty = 'open',
): readonly Fix[] {
  return removal('Remove this key', removeKey(analysis, pointer), certainty);
}

function removal(title: string, edits: readonly Edit[], certainty: Certainty): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title, edits, ...standing(certainty) }];
}

/** Neither an address nor one of certain words: whatever is put in quotes there can be what was meant. */
function isFreeText(pointer: Pointer): boolean {
  const facts = table.factsAt(pointer);
  return facts?.type === 'string' && facts.values.length === 0 && facts.address === undefined;
}
