// JSON as it comes from the API or goes to it.
import type { Json, JsonObject } from '../../protocol/messages';
import { pointerSegments, type Pointer } from '../document/pointer';

/** The value at `pointer`; nothing when there is none. Only own members count. */
export function valueAt(json: Json, pointer: Pointer): Json | undefined {
  return pointerSegments(pointer).reduce<Json | undefined>(memberOf, json);
}

/** Whether a value is an object, and no list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function memberOf(value: Json | undefined, segment: string): Json | undefined {
  if (isJsonList(value)) return value[Number(segment)];
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
