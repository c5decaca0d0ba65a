// Values from before an update, as a body that the connection can have now. What only follows from
// another field is not sent: it comes by itself, or can't be had.
import { canHave, ownValueAt } from '../../../../server/src/protocol/canHave';
import { joinItems } from '../../../../server/src/protocol/joinItems';
import {
  isJsonObject,
  valueAt,
  withValueAt,
  type Json,
  type JsonObject,
} from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';
import { dependentsOf } from '../../../../server/src/protocol/valueMeaning';
import { labelOf } from '../model/compareRemote';
import { mask } from '../redaction/redactor';

/** What can be sent of it. Fields are named by their labels. */
export interface OldValues {
  readonly body: JsonObject;
  /** The fields in `body`. */
  readonly fields: readonly string[];
  /** Fields whose old value the connection can't have any more, because another field has changed. */
  readonly impossible: readonly string[];
  /** Fields that had no readable value. */
  readonly absent: readonly string[];
}

/**
 * Collects old values, and those of fields that get a value of their own again by that.
 *
 * @param pointers fields to restore, as JSON pointers into the two states
 * @param before the response to the GET before the update
 * @param remote the connection as it is now
 */
export function oldValues(
  pointers: readonly string[],
  before: JsonObject,
  remote: JsonObject,
): OldValues {
  const known = pointers.filter((pointer) => isReadable(ownValueAt(before, pointer)));
  const wanted = overlaid(remote, bodyOf(known, before));
  const possible = known.filter((pointer) => canHave(wanted, pointer, valueAt(before, pointer)));
  const following = possible
    .flatMap(dependentsOf)
    .filter(
      (pointer) => !pointers.includes(pointer) && returns(pointer, { before, remote, wanted }),
    );
  const sendable = following.filter((pointer) => isReadable(ownValueAt(before, pointer)));
  const unknown = [...pointers, ...following].filter(
    (pointer) =>
      !isReadable(ownValueAt(before, pointer)) &&
      canHave(wanted, pointer, valueAt(wanted, pointer)),
  );
  return {
    body: bodyOf([...possible, ...sendable], before),
    fields: [...possible, ...sendable].map(labelOf),
    impossible: known.filter((pointer) => !possible.includes(pointer)).map(labelOf),
    absent: unknown.map(labelOf),
  };
}

/** One state with the values of another one over it. Lists are replaced as a whole. */
export function overlaid(state: JsonObject, values: JsonObject): JsonObject {
  const entries = Object.entries(values).map(([key, value]): [string, Json] => {
    const below = Object.hasOwn(state, key) ? state[key] : undefined;
    return [key, isJsonObject(value) && isJsonObject(below) ? overlaid(below, value) : value];
  });
  return { ...state, ...Object.fromEntries(entries) };
}

/** Whether a field that wasn't named has lost its own value and gets it back. */
function returns(
  pointer: string,
  states: Readonly<Record<'before' | 'remote' | 'wanted', JsonObject>>,
): boolean {
  const old = ownValueAt(states.before, pointer);
  return (
    old !== undefined &&
    canHave(states.wanted, pointer, old) &&
    !sameValue(pointer, ownValueAt(states.remote, pointer), old)
  );
}

function bodyOf(pointers: readonly string[], before: JsonObject): JsonObject {
  return pointers.reduce<JsonObject>(
    (body, pointer) =>
      withValueAt(body, pointer, joinItems(pointer, valueAt(before, pointer) ?? null)),
    {},
  );
}

/** The redactor may have taken a value for a secret, and then it isn't known any more. */
function isReadable(value: Json | undefined): boolean {
  return value !== undefined && !JSON.stringify(value).includes(mask);
}
