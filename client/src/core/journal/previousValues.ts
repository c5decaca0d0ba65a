// The way back: the values that an update replaced, as the body of another update.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { isJsonObject, pointerTokens, valueAt } from '../model/jsonPointer';
import { isEqual, leavesOf } from '../model/compareRemote';
import type { JournalEntry } from './journalEntry';

/** What can be restored of an update. */
export interface PreviousValues {
  /** Only what differs from what was sent; without secrets. */
  readonly body: JsonObject;
  /** Labels of the fields in `body`. */
  readonly fields: readonly string[];
  /** Pointers of secrets that were replaced: nobody can read the old ones back. */
  readonly secrets: readonly string[];
  /** Labels of fields that had no value before, so that there is none to send. */
  readonly absent: readonly string[];
}

/**
 * The values from before, or undefined when the connection had not been read before the update.
 *
 * @param mask what stands in for a value that the redactor has taken out
 */
export function previousValues(
  { sent, secrets, before }: Pick<JournalEntry, 'sent' | 'secrets' | 'before'>,
  mask: string,
): PreviousValues | undefined {
  if (before === undefined) {
    return undefined;
  }
  let body: JsonObject = {};
  const [fields, absent]: [string[], string[]] = [[], []];
  for (const { pointer, label, value } of leavesOf(sent)) {
    const old = valueAt(before, pointer);
    if (secrets.includes(pointer) || (old !== undefined && isEqual(value, old))) {
      continue;
    }
    if (old === undefined || JSON.stringify(old).includes(mask)) {
      absent.push(label);
    } else {
      body = withPlace(body, pointerTokens(pointer), old);
      fields.push(label);
    }
  }
  return { body, fields, secrets, absent };
}

/** The body with a value at a place that it need not have yet. */
export function withPlace(body: JsonObject, tokens: readonly string[], value: Json): JsonObject {
  const [token, ...rest] = tokens;
  if (token === undefined) {
    return body;
  }
  const child = Object.hasOwn(body, token) ? body[token] : undefined;
  const below = child !== undefined && isJsonObject(child) ? child : {};
  return { ...body, [token]: rest.length === 0 ? value : withPlace(below, rest, value) };
}
