// Removes keys and entries of lists so that what remains is as tidy as before.
import type { Analysis } from '../../analysis';
import { childOf, entryOf, type DataNode, type MapEntry, type MapNode } from '../../document/node';
import { lastSegment, parentPointer, type Pointer } from '../../document/pointer';
import type { Span } from '../../document/span';
import { table } from '../../schema/table';
import { pathTo, type Edit } from './fix';
import { removeBetweenCommas } from './removeFromFlow';
import { removeLines } from './removeLines';

/** What is being removed, where: the spans of all neighbours and the place among them. */
export interface Place {
  readonly text: string;
  /** The neighbours in their order, each from its first to behind its last character. */
  readonly spans: readonly Span[];
  readonly index: number;
}

/** The edits that remove the key at `pointer` with its value; none when that would leave a hole. */
export function removeKey({ root, text }: Analysis, pointer: Pointer): readonly Edit[] {
  return root === undefined ? [] : removeEntry(root, text, pointer);
}

/** The edits that remove the entry of a list at `pointer`; none for its only one. */
export function removeItem({ root, text }: Analysis, pointer: Pointer): readonly Edit[] {
  const parent = root === undefined ? undefined : pathTo(root, parentPointer(pointer)).at(-1);
  const item = childOf(parent, lastSegment(pointer));
  if (parent?.kind !== 'sequence' || parent.borrowed || item === undefined) return [];
  if (parent.items.length === 1) return [];
  const place = {
    text,
    spans: parent.items.map(({ span }) => span),
    index: parent.items.indexOf(item),
  };
  return parent.flow ? removeBetweenCommas(place) : removeLines(place);
}

/** The pairs that stand in a block, in its order. */
export function entrySpans({ entries }: MapNode): readonly Span[] {
  return entries.filter(({ borrowed }) => !borrowed).map(spanOfEntry);
}

function removeEntry(root: DataNode, text: string, pointer: Pointer): readonly Edit[] {
  const parent = pathTo(root, parentPointer(pointer)).at(-1);
  const entry = entryOf(parent, lastSegment(pointer));
  if (parent?.kind !== 'map' || entry === undefined || entry.borrowed) return [];
  if (parent.entries.length === 1) return removeEmptied(root, text, parent);
  const own = parent.entries.filter(({ borrowed }) => !borrowed);
  const place = { text, spans: entrySpans(parent), index: own.indexOf(entry) };
  return parent.flow ? removeBetweenCommas(place) : removeLines(place);
}

/** A block that would be empty goes as a whole, unless it is mandatory, the document's or a list's. */
function removeEmptied(root: DataNode, text: string, parent: DataNode): readonly Edit[] {
  const above = pathTo(root, parentPointer(parent.pointer)).at(-1);
  if (parent.pointer === '' || above?.kind !== 'map') return [];
  const isMandatory = table.factsAt(above.pointer)?.required.includes(lastSegment(parent.pointer));
  if (isMandatory === true) return [];
  return removeEntry(root, text, parent.pointer);
}

function spanOfEntry({ keySpan, value }: MapEntry): Span {
  const end = value.borrowed ? value.span.end : Math.max(keySpan.end, value.span.end);
  return { start: keySpan.start, end };
}
