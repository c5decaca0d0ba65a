// The connection out of the answer to a GET.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import type { HttpResult } from '../model/httpExchange';
import { isJsonObject } from '../model/jsonPointer';

/** The whole body of a complete, successful answer; undefined for every other result. */
export function heldObject(result: HttpResult): JsonObject | undefined {
  if (result.kind === 'failure' || result.status !== 200 || result.truncated) {
    return undefined;
  }
  const body = parse(result.body);
  return body !== undefined && isJsonObject(body) ? body : undefined;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) satisfies unknown as Json;
  } catch {
    return undefined;
  }
}
