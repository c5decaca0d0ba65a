// What the gateway of the connection allows. The table marks fields and values with what flavor GM
// does to them; which flavor the gateway has, only the document can say.
import { childOf, type DataNode } from '../../document/node';
import { pointerSegments } from '../../document/pointer';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';

/** `unknown`: the document does not say. */
export type Gateway = 'gm' | 'other' | 'unknown';

/** The kind of gateway that the document names. */
export function readGateway(root: DataNode | undefined): Gateway {
  const field = table.allFields().find(({ gmFlavor }) => gmFlavor !== undefined);
  if (field?.gmFlavor === undefined) return 'unknown';
  const node = pointerSegments(field.path).reduce<DataNode | undefined>(childOf, root);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return 'unknown';
  return node.value.toLowerCase() === field.gmFlavor.toLowerCase() ? 'gm' : 'other';
}

/** Whether an update may hold the key at all. */
export function allowsKey(gateway: Gateway, { gm }: FieldFacts): boolean {
  return gateway !== 'gm' || gm === undefined || !('immutable' in gm);
}

/** Whether an update may give the field this value. A value that only GM allows needs to know it is GM. */
export function allowsValue(gateway: Gateway, { gm }: FieldFacts, value: string): boolean {
  if (gm === undefined || !('only' in gm)) return true;
  const isListed = gm.only.includes(value);
  return gateway === 'gm' ? isListed : !(isListed && gm.exclusive);
}
