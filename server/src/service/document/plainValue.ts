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
    case 'map': {
      // Without a prototype a key such as `__proto__` becomes data and nothing else.
      const data = Object.create(null) as { [key: string]: PlainValue };
      for (const { key, value } of node.entries) data[key] = plainValue(value);
      return data;
    }
  }
}
