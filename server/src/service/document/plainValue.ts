// Plain data of a projected document, for the validator and for the request body.
import type { DataNode, ScalarValue } from './node';

export type PlainValue = ScalarValue | undefined | PlainValue[] | { [key: string]: PlainValue };

/**
 * The data of `node`. A value with a tag of its own (a reference to a secret, an unknown tag) is
 * `undefined`: it is no data, and other checks look at it.
 */
export function plainValue(node: DataNode): PlainValue {
  if (node.tag !== undefined) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(plainValue);
    case 'map':
      // A key such as `__proto__` must become data, never the prototype of the result.
      return Object.assign(
        Object.create(null) as { [key: string]: PlainValue },
        Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)])),
      );
  }
}
