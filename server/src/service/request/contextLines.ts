// The facts under `context`, out of the answers about a live connection.
import type { JsonObject } from '../../protocol/messages';
import { pointerSegments } from '../document/pointer';
import { quoteScalar } from '../document/quoteScalar';
import { contextPlaces, readLiveFacts } from '../rules/connectionFacts';
import { table } from '../schema/table';

/** The block, in the spelling of the table; nothing when no fact is known. */
export function contextLines(live: JsonObject): readonly string[] {
  const facts = readLiveFacts(live);
  const lines = contextPlaces.flatMap(({ name, pointer }) => {
    const value = facts[name];
    const field = table.factsAt(pointer);
    const key = pointerSegments(pointer).at(-1);
    if (value === undefined || field === undefined || key === undefined) return [];
    const known = [...field.values, ...field.suggestions].find(
      (each) => each.value.toLowerCase() === value.toLowerCase(),
    );
    return [`  ${key}: ${quoteScalar(known?.value ?? value, 'block')}`];
  });
  return lines.length === 0 ? [] : [`${table.fieldWithRole('context').key}:`, ...lines];
}
