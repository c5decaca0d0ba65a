// Where each field of an update stands in the file, so that an answer that names one can be shown there.
import type { FieldPlace } from '../../protocol/messages';
import { childOf, entryOf, type DataNode, type MapEntry } from '../document/node';
import type { Span } from '../document/span';
import { rangeInFile } from '../features/diagnostics';
import { table } from '../schema/table';
import type { SnapshotDocument } from '../snapshot';

/** The identifiers and everything in the body, but not the body as a whole; what a merge brings in comes last. */
export function fieldPlaces(document: SnapshotDocument, root: DataNode): readonly FieldPlace[] {
  const identifiers = (['project', 'connection'] as const).flatMap((role) => {
    const entry = entryOf(root, table.fieldWithRole(role).key);
    return entry === undefined ? [] : [...placesOf(entry)];
  });
  const body = childOf(root, table.fieldWithRole('body').key);
  return [...identifiers, ...(body === undefined ? [] : placesIn(body))].map(
    ({ pointer, span }) => ({ pointer, range: rangeInFile(document, span) }),
  );
}

interface Place {
  readonly pointer: string;
  readonly span: Span;
}

/** Values are shown where they stand; lists, groups and values that are not there at their keys. */
function* placesOf({ keySpan, value }: MapEntry): Generator<Place> {
  const isVisible = value.kind === 'scalar' && value.span.end > value.span.start;
  yield { pointer: value.pointer, span: isVisible ? value.span : keySpan };
  yield* placesIn(value);
}

function* placesIn(node: DataNode): Generator<Place> {
  if (node.kind === 'map') for (const entry of node.entries) yield* placesOf(entry);
  if (node.kind !== 'sequence') return;
  for (const item of node.items) {
    yield { pointer: item.pointer, span: headOf(item) };
    yield* placesIn(item);
  }
}

/** A group in a list is shown at its first key: all of it would be many lines. */
function headOf(item: DataNode): Span {
  return item.kind === 'map' ? (item.entries[0]?.keySpan ?? item.span) : item.span;
}
