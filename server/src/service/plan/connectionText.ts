// The connection as YAML in the order of the table, before and after an update: the two sides of a
// diff. What an update cannot send is left out, and so is every secret.
import type { Json, JsonObject, PreparedUpdate } from '../../protocol/messages';
import { pointerSegments } from '../document/pointer';
import { bodyLines } from '../request/writeUpdate';
import type { FieldFacts } from '../schema/facts';
import { isJsonObject, valueAt } from '../schema/jsonValue';
import { table } from '../schema/table';
import { compareValues } from './sameValue';

/** Both sides. Where a value stays the same, the right side spells it like the left one. */
export function connectionTexts(
  update: PreparedUpdate,
  live: Json,
): { readonly before: string; readonly after: string } {
  const { path, key } = table.fieldWithRole('body');
  const held = valueAt(live, path);
  const now: JsonObject = { [key]: isJsonObject(held) ? held : {} };
  const sent = update.fields.filter(({ pointer, sensitive }) => {
    const facts = table.factsAt(pointer);
    if (facts === undefined || sensitive) return sensitive;
    const value = valueAt(update.body, pointer) ?? null;
    return compareValues(facts, value, valueAt(live, pointer)) === 'different';
  });
  const next = sent.reduce<JsonObject>(
    (body, { pointer }) =>
      withValue(body, pointerSegments(pointer), valueAt(update.body, pointer) ?? null),
    now,
  );
  const secrets = sent.filter(({ sensitive }) => sensitive);
  const blanks = secrets.reduce<JsonObject>(
    (body, { pointer }) => withValue(body, pointerSegments(pointer), null),
    now,
  );
  const hidden = new Map(secrets.map(({ pointer }) => [pointer, '# never returned by the API']));
  const shown = new Map(secrets.map(({ pointer, display }) => [pointer, display]));
  return { before: textOf(blanks, hidden), after: textOf(next, shown) };
}

/** `body` with `value` at a path of keys; blocks on the way come into being. */
export function withValue(
  body: JsonObject,
  [key, ...rest]: readonly string[],
  value: Json,
): JsonObject {
  if (key === undefined) return body;
  const inner = Object.hasOwn(body, key) ? body[key] : undefined;
  const changed =
    rest.length === 0 ? value : withValue(isJsonObject(inner) ? inner : {}, rest, value);
  return { ...body, [key]: changed };
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
