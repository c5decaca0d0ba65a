// A list as people compare it: item by item. Items that the service takes apart count as it keeps them.
import { childPointer, isJsonList, isJsonObject } from '../../protocol/json';
import type { Json } from '../../protocol/messages';
import type { ListChanges } from '../../protocol/plan';
import { spell } from '../../protocol/sameValue';
import { meaningAt } from '../../protocol/valueMeaning';

/** A value for people, on one line; never JSON. */
export function displayOf(pointer: string, value: Json): string {
  if (isJsonList(value)) return itemsOf(pointer, value).map(textOf).join(', ') || '[]';
  return plain(value);
}

/** Which items an update adds and removes, wherever they are in the list; nothing when neither is a list. */
export function listChanges(pointer: string, before: Json, after: Json): ListChanges | undefined {
  const [now, next] = [before, after].map((value) => {
    if (value === null) return [];
    return isJsonList(value) ? itemsOf(pointer, value) : undefined;
  });
  if (now === undefined || next === undefined) return undefined;
  const missingIn = (items: readonly Item[]): ((item: Item) => boolean) => {
    const keys = new Set(items.map(({ key }) => key));
    return ({ key }) => !keys.has(key);
  };
  const added = next.filter(missingIn(now));
  const removed = now.filter(missingIn(next));
  if (added.length + removed.length === 0) return undefined;
  return {
    added: added.map(textOf),
    removed: removed.map(textOf),
    kept: next.length - added.length,
  };
}

interface Item {
  /** The same for all spellings. */
  readonly key: string;
  readonly text: string;
}

function textOf({ text }: Item): string {
  return text;
}

/** An item of which the service makes several is shown as these: `10.0.0.0/24 → 192.168.1.0/24`. */
function itemsOf(pointer: string, list: readonly Json[]): readonly Item[] {
  const { split } = meaningAt(pointer);
  const at = childPointer(pointer, '*');
  return list.flatMap((item) => {
    if (split === undefined || !isJsonObject(item))
      return [{ key: spell(at, item), text: plain(item) }];
    const { [split.by]: owner = null, [split.into]: values = null } = item;
    const inner = childPointer(childPointer(at, split.into), '*');
    return (isJsonList(values) ? values : [values]).map((value) => ({
      key: JSON.stringify([spell(childPointer(at, split.by), owner), spell(inner, value)]),
      text: `${plain(owner)} → ${plain(value)}`,
    }));
  });
}

function plain(value: Json): string {
  if (isJsonList(value)) return `[${value.map(plain).join(', ')}]`;
  if (isJsonObject(value))
    return Object.entries(value)
      .map(([key, member]) => `${key}: ${plain(member)}`)
      .join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
