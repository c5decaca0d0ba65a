// The connection as YAML in the order of the table, before and after an update: the two sides of a
// diff. What an update cannot send is left out, and so is every secret.
import type { Json, JsonObject, PreparedUpdate } from '../../protocol/messages';
import { canHave } from '../../protocol/canHave';
import { joinBody } from '../../protocol/joinItems';
import type { PlannedField } from '../../protocol/plan';
import { dependentsOf } from '../../protocol/valueMeaning';
import { bodyLines } from '../request/writeUpdate';
import type { FieldFacts } from '../schema/facts';
import { isJsonObject, valueAt, withValueAt } from '../../protocol/json';
import { table } from '../schema/table';

/**
 * Both sides. Where a value stays the same, the right side spells it like the left one. What the API
 * never returns is only on the right one.
 */
export function connectionTexts(
  update: PreparedUpdate,
  fields: readonly PlannedField[],
  live: Json,
): { readonly before: string; readonly after: string } {
  const { path, key } = table.fieldWithRole('body');
  const held = valueAt(live, path);
  const now = joinBody({ [key]: isJsonObject(held) ? held : {} });
  const changing = fields.filter(({ kind }) => kind !== 'same');
  const hidden = changing.filter(({ kind }) => kind === 'unreadable');
  const sent = (pointer: string): Json => valueAt(update.body, pointer) ?? null;
  const blank = (body: JsonObject, { pointer }: PlannedField): JsonObject =>
    withValueAt(body, pointer, null);
  const next = changing.reduce<JsonObject>(
    (body, field) => withValueAt(body, field.pointer, sent(field.pointer)),
    hidden.reduce(blank, now),
  );
  const secrets = new Map(hidden.map(({ pointer, after }) => [pointer, after]));
  return {
    before: textOf(hidden.reduce(blank, now), new Map()),
    after: textOf(withoutLost(now, next, changing), secrets),
  };
}

/** `next` without the values that the connection can't have any longer when other fields change. */
function withoutLost(
  now: JsonObject,
  next: JsonObject,
  changing: readonly PlannedField[],
): JsonObject {
  return changing
    .flatMap(({ pointer }) => dependentsOf(pointer))
    .filter((pointer) => canHave(now, pointer, valueAt(now, pointer)))
    .filter((pointer) => !canHave(next, pointer, valueAt(next, pointer)))
    .reduce((body, pointer) => withValueAt(body, pointer, null), next);
}

function textOf(body: JsonObject, texts: ReadonlyMap<string, string>): string {
  const facts = table.fieldWithRole('body');
  const inner = body[facts.key];
  const ordered = isJsonObject(inner) ? inTableOrder(inner, facts) : {};
  const lines = [`${facts.key}:`, ...bodyLines(ordered, texts)];
  return `${lines.join('\n')}\n`;
}

function inTableOrder(value: JsonObject, facts: FieldFacts): JsonObject {
  return Object.fromEntries(
    [...facts.properties].flatMap(([key, field]) => {
      const child = Object.hasOwn(value, key) ? value[key] : undefined;
      // A secret that is at its place is written as the text that stands for it.
      if (child === undefined || (child === null && !field.sensitive)) return [];
      return [[key, isJsonObject(child) ? inTableOrder(child, field) : child]];
    }),
  );
}
