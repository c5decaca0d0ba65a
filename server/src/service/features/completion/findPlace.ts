// Which of the readings of a place completion goes by.
import { locateCursor } from '../../document/cursor';
import { projectReading, type CursorPlace } from '../../document/cursorPlace';
import type { DataNode } from '../../document/node';
import { table } from '../../schema/table';

/** A place with the data of the document around it. */
export interface FoundPlace {
  readonly place: CursorPlace;
  /** Nothing when the data cannot be read: its aliases go beyond the limits. */
  readonly root: DataNode | undefined;
}

/** The first reading of the place at `offset` that the table has a use for. */
export function findPlace(text: string, offset: number): FoundPlace | undefined {
  for (const place of locateCursor(text, offset))
    if (makesSense(place)) return { place, root: projectReading(place.reading) };
  return undefined;
}

function makesSense({ role, pointer, besideKey, lead, flow, tag }: CursorPlace): boolean {
  const type = table.factsAt(pointer)?.type;
  if (type === undefined || tag !== undefined) return false;
  switch (role) {
    case 'key':
      return type === 'object';
    case 'value':
      return besideKey || (type !== 'object' && type !== 'array');
    case 'item':
      return type !== 'object' || lead === '- ' || flow;
  }
}
