// Answers of the cloud on their way to the language server, which must never hold a secret.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { maxJsonDepth } from '../model/json';
import { isJsonList, isJsonObject } from '../../../../server/src/protocol/json';
import { mask, type Redactor } from './redactor';

/** A copy without registered secrets and without the values of sensitive keys. */
export function redactJsonObject(object: JsonObject, redactor: Redactor): JsonObject {
  return redactMembers(object, redactor, 0);
}

function redactMembers(object: JsonObject, redactor: Redactor, depth: number): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      redactor.redact(key),
      redactor.isSensitiveKey(key) ? mask : redactValue(value, redactor, depth + 1),
    ]),
  );
}

function redactValue(value: Json, redactor: Redactor, depth: number): Json {
  if (typeof value === 'string') {
    return redactor.redact(value);
  }
  if (depth > maxJsonDepth) {
    return null;
  }
  if (isJsonList(value)) {
    return value.map((item) => redactValue(item, redactor, depth + 1));
  }
  return isJsonObject(value) ? redactMembers(value, redactor, depth) : value;
}
