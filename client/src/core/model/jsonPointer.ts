// JSON pointers (RFC 6901) into a request body and into answers.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';

/** The unescaped tokens of a pointer: `/a/b~1c` gives `a` and `b/c`; the empty pointer gives none. */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at the pointer, or undefined when there is none. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    value = value === undefined ? undefined : child(value, token);
  }
  return value;
}

/**
 * A copy of the body with another value at the pointer, or undefined when the pointer names nothing
 * in it. The order of the keys stays.
 */
export function withValueAt(
  body: JsonObject,
  pointer: string,
  value: Json,
): JsonObject | undefined {
  const replaced = replace(body, pointerTokens(pointer), value);
  return replaced !== undefined && isJsonObject(replaced) ? replaced : undefined;
}

/** Whether the value is a JSON object. */
export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is a list. `Array.isArray` alone loses the type of its items. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function child(value: Json, token: string): Json | undefined {
  if (isJsonList(value)) {
    return /^\d+$/.test(token) ? value[Number(token)] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

function replace(target: Json, tokens: readonly string[], value: Json): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    return value;
  }
  const old = child(target, token);
  const changed = old === undefined ? undefined : replace(old, rest, value);
  if (changed === undefined) {
    return undefined;
  }
  if (isJsonList(target)) {
    return target.with(Number(token), changed);
  }
  return isJsonObject(target) ? { ...target, [token]: changed } : undefined;
}
