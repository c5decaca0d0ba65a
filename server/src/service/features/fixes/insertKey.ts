// Puts a key where it is missing, with a value to start from.
import type { Analysis } from '../../analysis';
import { columnOf, detectIndentation, settleIndentation } from '../../document/indentation';
import type { MapNode } from '../../document/node';
import { parentPointer } from '../../document/pointer';
import { quoteScalar } from '../../document/quoteScalar';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { lineBreakOf, pathTo, type Edit } from './fix';
import { atItsPlace, behindEntry, insertInto } from './insertInto';

/** Inserts `key` with a value, or an example, behind the entry at `pointer`, in the style of its block. */
export function insertBehind(
  { root, text }: Analysis,
  pointer: string,
  key: string,
  value?: string,
): readonly Edit[] {
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  if (parent?.kind !== 'map') return [];
  const entry = parent.entries.find(({ value }) => value.pointer === pointer);
  const facts = table.factsAt(parent.pointer)?.properties.get(key);
  if (entry === undefined || facts === undefined || entry.borrowed) return [];
  return [behindEntry(text, parent, entry, pairText(key, value ?? exampleOf(facts), parent))];
}

/** Inserts a top-level key with an example, at its place in the order of the table. */
export function insertTopLevel({ root, text }: Analysis, key: string): readonly Edit[] {
  const facts = table.root.properties.get(key);
  if (facts === undefined || root?.kind !== 'map') return [];
  const [first] = facts.properties.values();
  const pair =
    first === undefined
      ? pairText(key, exampleOf(facts), root)
      : blockText(root, text, key, pairText(first.key, exampleOf(first), root));
  return atItsPlace(root, text, key, pair);
}

/** Sets a fact under `context`, which is made or filled when it holds nothing. */
export function setContextFact(analysis: Analysis, key: string, value: string): readonly Edit[] {
  const { path } = table.fieldWithRole('context');
  return insertInto(
    analysis,
    path,
    key,
    ({ flow }) => `${key}: ${quoteScalar(value, flow ? 'flow' : 'block')}`,
  );
}

/** `key:` with one pair on the line below it, or between braces. */
function blockText(root: MapNode, text: string, key: string, pair: string): string {
  if (root.flow) return `${key}: {${pair}}`;
  const { unit } = settleIndentation([detectIndentation(text, root)]);
  const column = columnOf(text, root.entries[0]?.keySpan.start ?? 0);
  return `${key}:${lineBreakOf(text)}${' '.repeat(column + unit)}${pair}`;
}

function pairText(key: string, value: string | number, { flow }: MapNode): string {
  const scalar = typeof value === 'number' ? value : quoteScalar(value, flow ? 'flow' : 'block');
  return `${key}: ${scalar}`;
}

function exampleOf({ examples, values }: FieldFacts): string | number {
  return examples[0] ?? values[0]?.value ?? '';
}
