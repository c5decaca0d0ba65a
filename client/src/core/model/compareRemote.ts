// Compares what was sent with what the cloud holds, without knowing any field: two spellings of one
// value count as equal, and lists are compared as sets, because the service reorders them.
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import { isJsonList, isJsonObject, valueAt } from '../../../../server/src/protocol/json';

/** Combinations of one entry: the documented sizes give some hundreds at most. */
const mostRows = 10_000;

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
    const matches = isEqual(value, valueAt(held, pointer));
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

/** All scalars and lists, however deep in objects. */
export function leavesOf(root: JsonObject): readonly Leaf[] {
  return leaves(root, []);
}

/** Whether the cloud holds this value, in whichever of its spellings. */
export function isEqual(sent: Json, held: Json | undefined): boolean {
  if (isJsonList(sent)) {
    return isSameSet(rows(sent, sent), rows(isJsonList(held) ? held : [], sent));
  }
  return held !== undefined && isEqualScalar(sent, held);
}

function leaves(value: Json, tokens: readonly string[]): readonly Leaf[] {
  if (isJsonObject(value)) {
    return Object.entries(value).flatMap(([key, child]) => leaves(child, [...tokens, key]));
  }
  const escaped = tokens.map((token) => token.replaceAll('~', '~0').replaceAll('/', '~1'));
  const pointer = escaped.map((token) => `/${token}`).join('');
  return [{ pointer, label: tokens.slice(1).join('.'), value }];
}

/** Answers may spell in upper case what requests spell in lower case (`POLICY` for `policy`). */
function isEqualScalar(sent: Json, held: Json): boolean {
  return (
    plain(sent) === plain(held) ||
    (typeof sent === 'string' && sent === sent.toLowerCase() && sent.toUpperCase() === held)
  );
}

/**
 * One text per item. An item that is an object gives one row per combination of its members, with
 * numbers left out: the service splits an entry with several networks into several entries and
 * numbers them anew. Only members that were sent count.
 */
function rows(items: readonly Json[], sent: readonly Json[]): ReadonlySet<string> {
  const keys = new Set(
    sent.filter(isJsonObject).flatMap((item) =>
      Object.entries(item)
        .filter(([, value]) => typeof value !== 'number')
        .map(([key]) => key),
    ),
  );
  return new Set(items.flatMap((item) => rowsOfItem(item, [...keys].sort())));
}

function rowsOfItem(item: Json, keys: readonly string[]): readonly string[] {
  if (!isJsonObject(item)) {
    return [spell(item)];
  }
  const columns = keys.map((key) => {
    const value = item[key];
    const spellings = isJsonList(value) ? value.map(spell) : [spell(value ?? null)];
    return spellings.map((text) => `${key}=${text}`);
  });
  // Beyond any documented size the list is foreign; combining it could exhaust the memory.
  if (columns.reduce((product, { length }) => product * length, 1) > mostRows) {
    return [JSON.stringify(item)];
  }
  return columns.reduce<readonly string[]>(
    (combined, column) => combined.flatMap((row) => column.map((text) => `${row}\n${text}`)),
    [''],
  );
}

/** Networks in lists are compared as networks: `192.168.1.5/24` is `192.168.1.0/24`. */
function spell(value: Json): string {
  const text = plain(value).trim().toLowerCase();
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) {
    return text;
  }
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  const size = 2 ** (32 - Math.min(length, 32));
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return `${Math.floor(address / size) * size}/${length}`;
}

/** Numbers and their text are one value here: `3600` and `"3600"`. */
function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((text) => b.has(text));
}
