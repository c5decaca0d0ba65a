// Whether two values of one field are the same, in whichever spelling: the one answer for the plan, for
// what is sent, for what is read back and for what is restored.
import { childPointer, isJsonList, isJsonObject, type Json, type JsonObject } from './json';
import { meaningAt, type SplitItems } from './valueMeaning';

/** How two values of one field compare. */
export type Sameness =
  | 'same'
  /** The same except for the numbers of the items, which the service assigns again. */
  | 'renumbered'
  | 'different';

/** Whether two values of the field at the pointer are the same. The order of the two doesn't matter. */
export function sameValue(pointer: string, a: Json | undefined, b: Json | undefined): boolean {
  return compareValues(pointer, a, b) !== 'different';
}

/**
 * Compares two values of the field at the pointer. Lists are sets, because the service reorders them;
 * `null` is no value, and neither is an empty list.
 */
export function compareValues(pointer: string, a: Json | undefined, b: Json | undefined): Sameness {
  const [one, other] = [withoutEmptiness(a), withoutEmptiness(b)];
  if (one === undefined || other === undefined) return one === other ? 'same' : 'different';
  if (!isJsonList(one) || !isJsonList(other))
    return spell(pointer, one) === spell(pointer, other) ? 'same' : 'different';
  const { split } = meaningAt(pointer);
  if (split !== undefined) return compareItems(childPointer(pointer, '*'), split, one, other);
  return sameSet(one, other, (item) => [spell(childPointer(pointer, '*'), item)])
    ? 'same'
    : 'different';
}

/** One text for all spellings of a scalar: `3600` and `"3600"`, `10.0.0.7/8` and `10.0.0.0/8`. */
export function spell(pointer: string, value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const { network, ignoresCase } = meaningAt(pointer);
  if (network === true) return networkOf(value) ?? value;
  return ignoresCase === true ? value.toLowerCase() : value;
}

function withoutEmptiness(value: Json | undefined): Json | undefined {
  return value === null || (isJsonList(value) && value.length === 0) ? undefined : value;
}

function compareItems(
  pointer: string,
  split: SplitItems,
  a: readonly Json[],
  b: readonly Json[],
): Sameness {
  const parts = (item: Json): readonly string[] => partsOf(pointer, split, item);
  if (!sameSet(a, b, parts)) return 'different';
  const isNumbered = (item: Json): boolean =>
    isJsonObject(item) && Object.hasOwn(item, split.number);
  // A side without numbers leaves them to the service.
  if (!a.some(isNumbered) || !b.some(isNumbered)) return 'same';
  const numbered = (item: Json): readonly string[] =>
    parts(item).map((part) => `${JSON.stringify(numberOf(item, split) ?? null)} ${part}`);
  return sameSet(a, b, numbered) ? 'same' : 'renumbered';
}

/** One text for each item that the service makes of this one. */
function partsOf(pointer: string, { by, into }: SplitItems, item: Json): readonly string[] {
  if (!isJsonObject(item)) return [JSON.stringify(item)];
  const owner = spell(childPointer(pointer, by), member(item, by) ?? null);
  const values = member(item, into) ?? null;
  const inner = childPointer(childPointer(pointer, into), '*');
  const texts = isJsonList(values)
    ? values.map((value) => spell(inner, value))
    : [spell(inner, values)];
  return (texts.length === 0 ? ['null'] : texts).map((text) => JSON.stringify([owner, text]));
}

function numberOf(item: Json, { number }: SplitItems): Json | undefined {
  return isJsonObject(item) ? member(item, number) : undefined;
}

function member(item: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

function sameSet(
  a: readonly Json[],
  b: readonly Json[],
  texts: (item: Json) => readonly string[],
): boolean {
  const [one, other] = [new Set(a.flatMap(texts)), new Set(b.flatMap(texts))];
  return one.size === other.size && [...one].every((text) => other.has(text));
}

/** The network that a CIDR block means, whichever of its addresses it names. */
function networkOf(text: string): string | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match?.slice(1).map(Number) ?? [256];
  if (length > 32 || Math.max(a, b, c, d) > 255) return undefined;
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return `${Math.floor(address / size) * size}/${length}`;
}
