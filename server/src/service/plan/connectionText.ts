// The connection as YAML in the order of the table, before and after an update: the two sides of a
// diff. What an update cannot send is left out, and so is every secret.
import type { Json, JsonObject, PreparedUpdate } from '../../protocol/messages';
import type { PlannedField } from '../../protocol/plan';
import { pointerSegments } from '../document/pointer';
import { bodyLines, isInline, valueText } from '../request/writeUpdate';
import type { FieldFacts } from '../schema/facts';
import { isJsonObject, valueAt } from '../schema/jsonValue';
import { table } from '../schema/table';

/**
 * Both sides. Where a value stays the same, the right side spells it like the left one; where it
 * changes, a comment says when that takes effect. `notes` stand above the right side.
 */
export function connectionTexts(
  update: PreparedUpdate,
  fields: readonly PlannedField[],
  live: Json,
  notes: readonly string[],
): { readonly before: string; readonly after: string } {
  const { path, key } = table.fieldWithRole('body');
  const held = valueAt(live, path);
  const now: JsonObject = { [key]: isJsonObject(held) ? held : {} };
  const changing = fields.filter(({ kind }) => kind !== 'same');
  const hidden = changing.filter(({ kind }) => kind === 'unreadable');
  const sent = (pointer: string): Json => valueAt(update.body, pointer) ?? null;
  const blank = (body: JsonObject, { pointer }: PlannedField): JsonObject =>
    withValue(body, pointerSegments(pointer), null);
  const next = changing.reduce<JsonObject>(
    (body, field) => withValue(body, pointerSegments(field.pointer), sent(field.pointer)),
    hidden.reduce(blank, now),
  );
  const rightTexts = changing.flatMap(({ pointer, kind, after, when }) => {
    const text = kind === 'unreadable' ? after : inlineText(sent(pointer));
    return text === undefined ? [] : [[pointer, withComment(text, when)] as const];
  });
  const leftTexts = hidden.map(({ pointer }) => [pointer, '# never returned by the API'] as const);
  const above = notes.map((note) => `# ${note}\n`).join('');
  return {
    before: textOf(hidden.reduce(blank, now), new Map(leftTexts)),
    after: above + textOf(next, new Map(rightTexts)),
  };
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

/** A list of blocks has no line of its own to put a comment on. */
function inlineText(value: Json): string | undefined {
  return isInline(value) ? valueText(value) : undefined;
}

function withComment(text: string, when: string | undefined): string {
  return when === undefined ? text : `${text} # ${when}`;
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
