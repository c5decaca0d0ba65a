// The same update without the fields that already hold their value.
import type { JsonObject, PreparedUpdate } from '../../protocol/messages';
import type { PlannedField } from '../../protocol/plan';
import { writeUpdate } from '../request/writeUpdate';
import { valueAt, withValueAt } from '../../protocol/json';

/** The body with only what changes something or may do so; empty blocks are not in it. */
export function changedBody(update: PreparedUpdate, fields: readonly PlannedField[]): JsonObject {
  return fields
    .filter(({ kind }) => kind !== 'same')
    .reduce<JsonObject>(
      (body, { pointer }) => withValueAt(body, pointer, valueAt(update.body, pointer) ?? null),
      {},
    );
}

/** The text of an update file that sends this body in place of the whole one. */
export function fileOf(update: PreparedUpdate, body: JsonObject): string {
  const { region, projectId, connectionId, secrets } = update;
  const draft = { notes: [], projectId, connectionId, body, secrets };
  return writeUpdate(region === undefined ? draft : { ...draft, region }).text;
}
