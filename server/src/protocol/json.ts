// JSON as it goes to the API and comes from it, and JSON pointers (RFC 6901) into it.

/** Any JSON value, as it is sent in a request body. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object, and not a list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. `Array.isArray` alone loses the type of its items. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The unescaped segments of a pointer: `/a/b~1c` gives `a` and `b/c`; the empty pointer gives none. */
export function pointerSegments(pointer: string): readonly string[] {
  if (pointer === '') return [];
  const segments = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return segments;
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `parent` extended by one key or index. */
export function childPointer(parent: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${parent}/${key}`;
  return `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The value at the pointer; nothing when there is none. Only own members count. */
export function valueAt(root: Json | undefined, pointer: string): Json | undefined {
  return pointerSegments(pointer).reduce(memberOf, root);
}

/**
 * A copy with another value at the pointer. Objects on the way are created; a list isn't extended, so
 * without the item nothing changes. The order of the keys stays.
 */
export function withValueAt(root: JsonObject, pointer: string, value: Json): JsonObject {
  const [key, ...rest] = pointerSegments(pointer);
  return key === undefined ? root : replaceMember(root, key, rest, value);
}

function replaceMember(
  object: JsonObject,
  key: string,
  rest: readonly string[],
  value: Json,
): JsonObject {
  return { ...object, [key]: replace(memberOf(object, key), rest, value) };
}

function replace(old: Json | undefined, segments: readonly string[], value: Json): Json {
  const [key, ...rest] = segments;
  if (key === undefined) return value;
  if (!isJsonList(old)) return replaceMember(isJsonObject(old) ? old : {}, key, rest, value);
  const item = memberOf(old, key);
  return item === undefined ? old : old.with(Number(key), replace(item, rest, value));
}

function memberOf(value: Json | undefined, segment: string): Json | undefined {
  if (isJsonList(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
