// Moves a key with its value and its comments to the block in which the table knows it.
import { reanalyze, type Analysis } from '../../analysis';
import { columnOf } from '../../document/indentation';
import { leavesOf } from '../../document/leaves';
import { maxDocumentLength } from '../../document/limits';
import { entryOf, type DataNode, type MapEntry } from '../../document/node';
import {
  childPointer,
  isWithin,
  lastSegment,
  parentPointer,
  type Pointer,
} from '../../document/pointer';
import { contentEnd, type Span } from '../../document/span';
import type { Problem } from '../../problem';
import { table } from '../../schema/table';
import { applyEdits, lineBreakOf, pathTo, type Edit, type Fix } from './fix';
import { insertInto, type PairPlace } from './insertInto';
import { linesOf } from './removeLines';
import { removeKey } from './removeText';

/** One fix for each block that can take the key; nothing else changes its value by it. */
export function moveKey(
  analysis: Analysis,
  { pointer }: Problem,
  homes: readonly Pointer[],
): readonly Fix[] {
  const fixes = homes.flatMap((home) => {
    const edits = editsOf(analysis, pointer, home);
    const place = home === '' ? 'to the top level' : `under \`${table.factsAt(home)?.key ?? ''}\``;
    const title = `Move this key ${place}`;
    return edits.length > 0 && keepsValues(analysis, edits, pointer, home)
      ? [{ title, edits, reveals: true as const, moves: true as const }]
      : [];
  });
  return fixes.map((fix) => (homes.length === 1 ? { ...fix, preferred: true as const } : fix));
}

function editsOf(analysis: Analysis, pointer: Pointer, home: Pointer): readonly Edit[] {
  const { root, text } = analysis;
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  const entry = entryOf(parent, lastSegment(pointer));
  if (parent?.kind !== 'map' || entry === undefined || entry.borrowed) return [];
  const removal = removeKey(analysis, pointer);
  const moved = parent.flow ? pairSpan(text, entry) : linesOf(text, pairSpan(text, entry));
  if (removal.length === 0 || losesText(text, removal, moved)) return [];
  const insertion = insertInto(analysis, home, entry.key, (place) =>
    written(text, moved, entry, place),
  );
  return combined(text, insertion, removal);
}

/** The pair with the indentation of its new place; the first line begins where it is put. */
function written(text: string, moved: Span, { keySpan }: MapEntry, { column }: PairPlace): string {
  const from = columnOf(text, keySpan.start);
  const lines = text.slice(moved.start, moved.end).trimEnd().split(/\r?\n/);
  // What gets longer than any document may be fails its trial.
  const isTooLong = lines.length * column > maxDocumentLength;
  const lead = ' '.repeat(isTooLong ? 0 : column);
  const shifted = lines.map((line) => {
    const indentation = line.length - line.trimStart().length;
    return line.trim() === '' ? '' : lead + line.slice(Math.min(from, indentation));
  });
  return shifted.join(lineBreakOf(text)).trimStart();
}

function pairSpan(text: string, { keySpan, value }: MapEntry): Span {
  const end = Math.max(keySpan.end, value.span.end);
  return { start: keySpan.start, end: contentEnd(text, { start: keySpan.start, end }) };
}

/** Whether a comment would go that does not move: beside a block that becomes empty, for example. */
function losesText(text: string, removal: readonly Edit[], moved: Span): boolean {
  return removal.some(
    ({ span }) =>
      text.slice(span.start, Math.max(span.start, moved.start)).includes('#') ||
      text.slice(Math.min(span.end, moved.end), span.end).includes('#'),
  );
}

/** Both changes; when the key moves into a block of its own in the same place, that is one change. */
function combined(
  text: string,
  insertion: readonly Edit[],
  removal: readonly Edit[],
): readonly Edit[] {
  const [put] = insertion;
  if (put === undefined) return [];
  const taken = removal.find(
    ({ span }) => span.start <= put.span.end && put.span.start <= span.end,
  );
  if (taken === undefined) return [put, ...removal];
  if (removal.length > 1 || put.span.start !== put.span.end) return [];
  const line = put.text.replace(/^\r?\n/, '');
  const isLine = line !== put.text && text.slice(taken.span.start, taken.span.end).endsWith('\n');
  return [{ span: taken.span, text: isLine ? line + lineBreakOf(text) : line }];
}

/** Whether every value is what it was, the moved ones at their new place. */
function keepsValues(
  analysis: Analysis,
  edits: readonly Edit[],
  pointer: Pointer,
  home: Pointer,
): boolean {
  const { root, text } = analysis;
  const after = reanalyze(analysis, applyEdits(text, edits)).root;
  if (root === undefined || after === undefined) return false;
  const target = childPointer(home, lastSegment(pointer));
  const renamed = [...leavesOf(root)]
    .filter(([at]) => !isEmptyHome(root, at, home))
    .map(([at, value]) => [isWithin(at, pointer) ? target + at.slice(pointer.length) : at, value]);
  return sorted(renamed) === sorted([...leavesOf(after)]);
}

/** A block without a value, or an empty one, is filled by the move. */
function isEmptyHome(root: DataNode, at: Pointer, home: Pointer): boolean {
  const node = pathTo(root, at).at(-1);
  return isWithin(home, at) && (node?.kind !== 'scalar' || node.style === 'empty');
}

function sorted(leaves: readonly (readonly unknown[])[]): string {
  return leaves
    .map((leaf) => JSON.stringify(leaf))
    .sort()
    .join('\n');
}
