// The service takes the items of some lists apart: a policy rule with several destinations comes back as
// one rule for each. That can't be sent as it is, because in an update each source may occur once.
import { childPointer, isJsonList, isJsonObject, type Json, type JsonObject } from './json';
import { spell } from './sameValue';
import { meaningAt, type SplitItems } from './valueMeaning';

/**
 * A value as an update can send it: what the service took apart is one item again. Numbers are left out,
 * because the service assigns them; the items keep the order of their numbers. All else stays as it is.
 *
 * @param pointer JSON pointer of the field in a body
 */
export function joinItems(pointer: string, value: Json): Json {
  const { split } = meaningAt(pointer);
  if (split === undefined || !isJsonList(value) || !value.every(isJsonObject)) return value;
  const item = childPointer(pointer, '*');
  const owners = childPointer(item, split.by);
  const groups = new Map<string, JsonObject[]>();
  for (const part of inOrder(value, split)) {
    const owner = spell(owners, part[split.by] ?? null);
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [part]);
    else group.push(part);
  }
  return [...groups.values()].map((parts) => join(childPointer(item, split.into), split, parts));
}

/** A body with every value as an update can send it. */
export function joinBody(body: JsonObject): JsonObject {
  return joinMembers('', body);
}

function joinMembers(pointer: string, object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      const at = childPointer(pointer, key);
      return [key, isJsonObject(value) ? joinMembers(at, value) : joinItems(at, value)];
    }),
  );
}

/** One item with the values of all parts, each once; the rest is that of the first part. */
function join(
  pointer: string,
  { into, number }: SplitItems,
  parts: readonly JsonObject[],
): JsonObject {
  const values = new Map<string, Json>();
  for (const value of parts.flatMap(({ [into]: list }) => (isJsonList(list) ? list : []))) {
    const text = spell(childPointer(pointer, '*'), value);
    if (!values.has(text)) values.set(text, value);
  }
  const kept = Object.entries(parts[0] ?? {}).filter(([key]) => key !== number);
  const hasList = parts.some(({ [into]: list }) => isJsonList(list));
  return { ...Object.fromEntries(kept), ...(hasList && { [into]: [...values.values()] }) };
}

/** By number, when all have one. */
function inOrder(items: readonly JsonObject[], { number }: SplitItems): readonly JsonObject[] {
  const numbered = items.flatMap((item) => {
    const at = item[number];
    return typeof at === 'number' ? [{ item, at }] : [];
  });
  if (numbered.length < items.length) return items;
  return numbered.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
