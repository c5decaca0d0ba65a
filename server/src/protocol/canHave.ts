// Values that a connection can have only in certain states: a negotiation mode with IKEv1, an ID that is a
// name. In every other state they are consequences of something else.
import { valueAt, type Json, type JsonObject } from './json';
import { sameValue } from './sameValue';
import { meaningAt } from './valueMeaning';

/**
 * Whether a connection in this state can have this value of its own at the pointer. Nothing is guessed:
 * where the state doesn't say it, it can.
 */
export function canHave(state: JsonObject, pointer: string, value: Json | undefined): boolean {
  const condition = meaningAt(pointer).onlyWhile;
  if (condition === undefined) return true;
  const { field, are, values } = condition;
  if (values !== undefined && !values.some((each) => sameValue(pointer, each, value))) return true;
  const decisive = valueAt(state, field) ?? null;
  return decisive === null || are.some((each) => sameValue(field, each, decisive));
}

/** The value at the pointer, unless it only follows from the rest of the state. */
export function ownValueAt(state: JsonObject, pointer: string): Json | undefined {
  const value = valueAt(state, pointer) ?? undefined;
  return canHave(state, pointer, value) ? value : undefined;
}
