// Whether two spellings are one value, as the table sees it.
import type { Json, JsonObject } from '../../protocol/messages';
import { formatIpv4, parseIpv4Block } from '../address/ipv4';
import type { FieldFacts } from '../schema/facts';
import { isJsonList, isJsonObject } from '../../protocol/json';

/** How two values of one field compare. */
export type Comparison =
  | 'same'
  /** The same but for whole numbers in the entries of a list, which the service gives anew. */
  | 'renumbered'
  | 'different';

/**
 * Compares what is sent with what the connection holds. Lists are sets, because the service reorders
 * them; it also splits an entry with several networks into several entries.
 */
export function compareValues(facts: FieldFacts, sent: Json, held: Json | undefined): Comparison {
  if (held === undefined || held === null) {
    return isJsonList(sent) && sent.length === 0 ? 'same' : 'different';
  }
  if (!isJsonList(sent) || !isJsonList(held))
    return spell(facts, sent) === spell(facts, held) ? 'same' : 'different';
  const items = facts.items ?? facts;
  const members = new Set(sent.filter(isJsonObject).flatMap((item) => Object.keys(item)));
  if (isSameSet(rows(items, sent, members), rows(items, held, members))) return 'same';
  const unnumbered = new Set(
    [...members].filter((key) => items.properties.get(key)?.type !== 'integer'),
  );
  const isSame =
    unnumbered.size < members.size &&
    isSameSet(rows(items, sent, unnumbered), rows(items, held, unnumbered));
  return isSame ? 'renumbered' : 'different';
}

/** Lists longer than any documented one are compared as they are written. */
const mostRows = 10_000;

/** One text per item; an item that is an object gives one for each combination of its members. */
function rows(
  facts: FieldFacts,
  items: readonly Json[],
  members: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) =>
      isJsonObject(item) ? rowsOf(facts, item, members) : [spell(facts, item)],
    ),
  );
}

function rowsOf(
  facts: FieldFacts,
  item: JsonObject,
  members: ReadonlySet<string>,
): readonly string[] {
  const columns = [...members].sort().map((key) => {
    const value = item[key] ?? null;
    const own = facts.properties.get(key) ?? facts;
    const cells = isJsonList(value) ? value : [value];
    return cells.map((cell) => `${key}=${spell(own.items ?? own, cell)}`);
  });
  if (columns.reduce((product, { length }) => product * length, 1) > mostRows)
    return [JSON.stringify(item)];
  return columns.reduce<readonly string[]>(
    (combined, column) => combined.flatMap((row) => column.map((cell) => `${row}\n${cell}`)),
    [''],
  );
}

/** One spelling per value: `3600` and `"3600"`, `POLICY` and `policy`, `10.0.0.7/8` and `10.0.0.0/8`. */
function spell(facts: FieldFacts, value: Json): string {
  const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
  if (facts.address?.kind === 'network') {
    const block = parseIpv4Block(text);
    if (block !== undefined) return formatIpv4(block.first, block.prefixLength);
  }
  const ignoresCase = facts.ignoresCase || facts.values.length > 0 || facts.form === 'uuid';
  return ignoresCase ? text.toLowerCase() : text;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((text) => b.has(text));
}
