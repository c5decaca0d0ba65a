// Small readers for one value each. A reader returns the value with its type, or why it is refused;
// refusals name the place and the rule and never repeat the value, because it may be a key.
import type { Refusal } from '../http/reply';
import { invalidRequest } from '../http/reply';

/** A value that has been read, or the refusal. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `at` is the place for messages, for example `vpn_connection.peer_subnets[0]`. */
export type Reader<T> = (value: unknown, at: string) => Reading<T>;

/** The type that a reader gives. */
export type Value<R> = R extends Reader<infer T> ? T : never;

/** A string for which `complain` finds nothing wrong. */
export function text(complain: (value: string) => string | undefined): Reader<string> {
  return (value, at) => {
    if (typeof value !== 'string') return refuse(`${at} must be a string`);
    const complaint = complain(value);
    return complaint === undefined ? read(value) : refuse(`${at} ${complaint}`);
  };
}

/** A whole number within bounds that belong to the range. */
export function integer(from: number, to: number): Reader<number> {
  return (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
      ? read(value)
      : refuse(`${at} must be an integer from ${from} to ${to}`);
}

/** One of the given words, in exactly this spelling. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value, at) => {
    const word = words.find((each) => each === value);
    return word === undefined ? refuse(`${at} must be one of ${words.join(', ')}`) : read(word);
  };
}

/** A list of at most `most` items. */
export function listOf<T>(item: Reader<T>, most: number): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return refuse(`${at} must be an array`);
    if (value.length > most) return refuse(`${at} must not have more than ${most} items`);
    const items: T[] = [];
    for (const [index, each] of value.entries()) {
      const reading = item(each, `${at}[${index}]`);
      if (reading.kind === 'refused') return reading;
      items.push(reading.value);
    }
    return read(items);
  };
}

/** An object whose keys are all optional; `refuseKey` answers for every key that is not listed. */
export function record<R extends Readonly<Record<string, Reader<unknown>>>>(
  readers: R,
  refuseKey: (key: string, at: string) => Refusal,
): Reader<{ readonly [K in keyof R]?: Value<R[K]> }> {
  return (value, at) => {
    if (!isObject(value)) return refuse(`${at} must be an object`);
    const entries: [string, unknown][] = [];
    for (const [key, field] of Object.entries(value)) {
      const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (reader === undefined) return { kind: 'refused', refusal: refuseKey(key, at) };
      const reading = reader(field, `${at}.${key}`);
      if (reading.kind === 'refused') return reading;
      entries.push([key, reading.value]);
    }
    // Each entry went through the reader of its key, which is what the mapped type says.
    return read(Object.fromEntries(entries) as { readonly [K in keyof R]?: Value<R[K]> });
  };
}

/** Whether JSON has an object here. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read<T>(value: T): Reading<T> {
  return { kind: 'read', value };
}

function refuse(detail: string): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal: invalidRequest(detail) };
}
