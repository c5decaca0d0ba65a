// Puts a pair into a block of the document, which is made when it is not there.
import type { Analysis } from '../../analysis';
import { columnOf, detectIndentation, settleIndentation } from '../../document/indentation';
import { entryOf, type MapEntry, type MapNode } from '../../document/node';
import { lastSegment, parentPointer, type Pointer } from '../../document/pointer';
import { contentEnd, lineAround } from '../../document/span';
import { table } from '../../schema/table';
import { lineBreakOf, pathTo, type Edit } from './fix';

/** Where a pair is going to stand. */
export interface PairPlace {
  /** Column of its key. */
  readonly column: number;
  /** Between braces, on one line. */
  readonly flow: boolean;
}

/**
 * The edit that puts the pair with `key` into the block at `pointer`; none when the key is there or the
 * block cannot take it. `write` gives the pair for its place: the further lines of a pair bring their
 * own indentation.
 */
export function insertInto(
  analysis: Analysis,
  pointer: Pointer,
  key: string,
  write: (place: PairPlace) => string,
): readonly Edit[] {
  const { root, text } = analysis;
  if (root?.kind !== 'map') return [];
  if (pointer === '') return intoDocument(root, text, key, write);
  const { unit } = settleIndentation([detectIndentation(text, root)]);
  const block = lastSegment(pointer);
  const parent = pathTo(root, parentPointer(pointer)).at(-1);
  const entry = parent?.pointer === parentPointer(pointer) ? entryOf(parent, block) : undefined;
  if (entry === undefined)
    return insertInto(analysis, parentPointer(pointer), block, (place) =>
      aroundPair(block, place, unit, text, write),
    );
  if (entry.borrowed || entry.value.borrowed) return [];
  if (entry.value.kind === 'map')
    return entryOf(entry.value, key) === undefined ? intoMap(text, entry.value, write) : [];
  const isInBlock = parent?.kind === 'map' && !parent.flow;
  return isInBlock ? intoEmptyValue(text, entry, unit, write) : [];
}

function intoDocument(
  root: MapNode,
  text: string,
  key: string,
  write: (place: PairPlace) => string,
): readonly Edit[] {
  if (entryOf(root, key) !== undefined) return [];
  const first = root.entries.find(({ borrowed }) => !borrowed);
  const column = columnOf(text, first?.keySpan.start ?? 0);
  return atItsPlace(root, text, key, write({ column, flow: root.flow }));
}

/** Below a key without a value. */
function intoEmptyValue(
  text: string,
  { keySpan, value }: MapEntry,
  unit: number,
  write: (place: PairPlace) => string,
): readonly Edit[] {
  if (value.kind !== 'scalar' || value.style !== 'empty') return [];
  const column = columnOf(text, keySpan.start) + unit;
  const { end } = lineAround(text, keySpan.end);
  return [insertedLine(text, end, column, write({ column, flow: false }))];
}

/** Behind the nearest key that the table has before it, else in front of all others. */
export function atItsPlace(
  root: MapNode,
  text: string,
  key: string,
  pair: string,
): readonly Edit[] {
  const order = [...table.root.properties.keys()];
  const own = root.entries.filter(({ borrowed }) => !borrowed);
  const before = order
    .slice(0, order.indexOf(key))
    .flatMap((each) => own.filter((entry) => entry.key === each))
    .at(-1);
  if (before !== undefined) return [behindEntry(text, root, before, pair)];
  const start = own[0]?.keySpan.start;
  if (start === undefined) return [];
  const gap = root.flow ? ', ' : `${lineBreakOf(text)}${' '.repeat(columnOf(text, start))}`;
  return [{ span: { start, end: start }, text: `${pair}${gap}` }];
}

/** Puts `pair` behind an entry of `map`. */
export function behindEntry(text: string, map: MapNode, entry: MapEntry, pair: string): Edit {
  const end = contentEnd(text, {
    start: entry.keySpan.start,
    end: Math.max(entry.keySpan.end, entry.value.span.end),
  });
  if (map.flow) return { span: { start: end, end }, text: `, ${pair}` };
  return insertedLine(text, lineAround(text, end).end, columnOf(text, entry.keySpan.start), pair);
}

function intoMap(text: string, map: MapNode, write: (place: PairPlace) => string): readonly Edit[] {
  const last = map.entries.findLast(({ borrowed }) => !borrowed);
  if (last === undefined)
    return map.flow ? [{ span: map.span, text: `{${write({ column: 0, flow: true })}}` }] : [];
  const column = columnOf(text, last.keySpan.start);
  return [behindEntry(text, map, last, write({ column, flow: map.flow }))];
}

/** The block that is missing, with the pair in it. */
function aroundPair(
  block: string,
  { column, flow }: PairPlace,
  unit: number,
  text: string,
  write: (place: PairPlace) => string,
): string {
  if (flow) return `${block}: {${write({ column, flow })}}`;
  const inner = column + unit;
  return `${block}:${lineBreakOf(text)}${' '.repeat(inner)}${write({ column: inner, flow })}`;
}

function insertedLine(text: string, at: number, column: number, line: string): Edit {
  const indent = ' '.repeat(column);
  return { span: { start: at, end: at }, text: `${lineBreakOf(text)}${indent}${line}` };
}
