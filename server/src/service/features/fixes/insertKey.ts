// Puts a key where it is missing, with a value to start from.
import type { Analysis } from '../../analysis';
import { columnOf, detectIndentation, settleIndentation } from '../../document/indentation';
import { entryOf, type MapEntry, type MapNode } from '../../document/node';
import { parentPointer } from '../../document/pointer';
import { quoteScalar } from '../../document/quoteScalar';
import { lineAround } from '../../document/span';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import { lineBreakOf, pathTo, type Edit } from './fix';
import { contentEnd } from './removeLines';

/** Inserts `key` with an example behind the entry at `pointer`, in the style of its block. */
export function insertBehind(
  { root, text }: Analysis,
  pointer: string,
  key: string,
): readonly Edit[] {
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  if (parent?.kind !== 'map') return [];
  const entry = parent.entries.find(({ value }) => value.pointer === pointer);
  const facts = table.factsAt(parent.pointer)?.properties.get(key);
  if (entry === undefined || facts === undefined || entry.borrowed) return [];
  return [behindEntry(text, parent, entry, pairText(key, exampleOf(facts), parent))];
}

/** Inserts a top-level key with an example, at its place in the order of the table. */
export function insertTopLevel({ root, text }: Analysis, key: string): readonly Edit[] {
  const facts = table.root.properties.get(key);
  if (facts === undefined || root?.kind !== 'map' || root.flow) return [];
  const [first] = facts.properties.values();
  const pair =
    first === undefined
      ? pairText(key, exampleOf(facts), root)
      : blockText(root, text, key, pairText(first.key, exampleOf(first), root));
  return atItsPlace(root, text, key, pair);
}

/** Sets a fact under `context`, which is made when it is not there. */
export function setContextFact(
  { root, text }: Analysis,
  key: string,
  value: string,
): readonly Edit[] {
  if (root?.kind !== 'map' || root.flow) return [];
  const context = table.fieldWithRole('context').key;
  const known = entryOf(root, context);
  if (known === undefined)
    return atItsPlace(root, text, context, blockText(root, text, context, `${key}: ${value}`));
  if (known.borrowed || known.value.borrowed || known.value.kind !== 'map') return [];
  const last = known.value.entries.findLast(({ borrowed }) => !borrowed);
  if (last !== undefined)
    return [behindEntry(text, known.value, last, pairText(key, value, known.value))];
  return known.value.flow ? [{ span: known.value.span, text: `{${key}: ${value}}` }] : [];
}

function behindEntry(text: string, map: MapNode, entry: MapEntry, pair: string): Edit {
  const end = contentEnd(text, {
    start: entry.keySpan.start,
    end: Math.max(entry.keySpan.end, entry.value.span.end),
  });
  if (map.flow) return { span: { start: end, end }, text: `, ${pair}` };
  const indent = ' '.repeat(columnOf(text, entry.keySpan.start));
  const lineEnd = lineAround(text, end).end;
  return { span: { start: lineEnd, end: lineEnd }, text: `${lineBreakOf(text)}${indent}${pair}` };
}

/** Behind the nearest key that the table has before it, else in front of all others. */
function atItsPlace(root: MapNode, text: string, key: string, pair: string): readonly Edit[] {
  const order = [...table.root.properties.keys()];
  const own = root.entries.filter(({ borrowed }) => !borrowed);
  const before = order
    .slice(0, order.indexOf(key))
    .flatMap((each) => own.filter((entry) => entry.key === each))
    .at(-1);
  if (before !== undefined) return [behindEntry(text, root, before, pair)];
  const start = own[0]?.keySpan.start;
  if (start === undefined) return [];
  const indent = ' '.repeat(columnOf(text, start));
  return [{ span: { start, end: start }, text: `${pair}${lineBreakOf(text)}${indent}` }];
}

/** `key:` with one pair on the line below it. */
function blockText(root: MapNode, text: string, key: string, pair: string): string {
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
