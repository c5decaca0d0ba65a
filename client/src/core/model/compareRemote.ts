// Compares what was sent with what the cloud has, field by field.
import {
  childPointer,
  isJsonObject,
  pointerSegments,
  valueAt,
  type Json,
  type JsonObject,
} from '../../../../server/src/protocol/json';
import { sameValue } from '../../../../server/src/protocol/sameValue';

/** Names of the fields below the connection (`ikepolicy.dh_group`), by what was found. */
export interface Comparison {
  readonly equal: readonly string[];
  readonly different: readonly string[];
  /** Secrets: the service never returns them. */
  readonly unreadable: readonly string[];
}

/**
 * Compares each scalar and each list of `sent` with the value at the same pointer of `held`.
 *
 * @param secretPointers pointers into `sent` of values that cannot be read back
 */
export function compareHeld(
  sent: JsonObject,
  held: JsonObject,
  secretPointers: readonly string[],
): Comparison {
  const [equal, different, unreadable]: [string[], string[], string[]] = [[], [], []];
  for (const { pointer, label, value } of leavesOf(sent)) {
    const isSecret = secretPointers.some(
      (secret) => secret === pointer || secret.startsWith(`${pointer}/`),
    );
    const matches = sameValue(pointer, value, valueAt(held, pointer));
    (isSecret ? unreadable : matches ? equal : different).push(label);
  }
  return { equal, different, unreadable };
}

/** A value that is compared as a whole: a scalar or a list. */
export interface Leaf {
  readonly pointer: string;
  /** The path below the connection, for example `ikepolicy.dh_group`. */
  readonly label: string;
  readonly value: Json;
}

/** The name of a field for people: its path below the connection. */
export function labelOf(pointer: string): string {
  return pointerSegments(pointer).slice(1).join('.');
}

/** All scalars and lists, however deep in objects. */
export function leavesOf(root: JsonObject): readonly Leaf[] {
  return leaves(root, '');
}

function leaves(value: Json, pointer: string): readonly Leaf[] {
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, child]) =>
      leaves(child, childPointer(pointer, key)),
    );
  }
  return [{ pointer, label: labelOf(pointer), value }];
}
