// The JSON body of an answer.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { HttpResponse, HttpResult } from '../model/httpExchange';
import { parseJson } from '../model/json';
import { isJsonObject, valueAt } from '../../../../server/src/protocol/json';

/** The whole body of a complete, successful answer; undefined for every other result. */
export function heldObject(result: HttpResult): JsonObject | undefined {
  return result.kind === 'response' && result.status === 200 ? jsonBody(result) : undefined;
}

/**
 * The whole body of a success that contains the connection with this ID, in any case; undefined for
 * every other answer. Such a body has one member with fields of its own, the connection. Source: VPN API reference, "Querying a VPN connection" and "Updating a VPN connection".
 */
export function connectionIn(response: HttpResponse, connectionId: string): JsonObject | undefined {
  const isSuccess = response.status >= 200 && response.status < 300;
  const body = isSuccess ? jsonBody(response) : undefined;
  const ids = Object.values(body ?? {}).map((member) => valueAt(member, '/id'));
  const isThere = ids.some(
    (id) => typeof id === 'string' && id.toLowerCase() === connectionId.toLowerCase(),
  );
  return isThere ? body : undefined;
}

function jsonBody({ body, truncated }: HttpResponse): JsonObject | undefined {
  const value = truncated ? undefined : parseJson(body);
  return value !== undefined && isJsonObject(value) ? value : undefined;
}
