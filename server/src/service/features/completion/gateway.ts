// What the gateway of the connection allows. The table marks fields and values with what flavor GM
// does to them; which flavor the gateway has, the document says.
import type { DataNode } from '../../document/node';
import { isGm } from '../../rules/connectionFacts';
import { RuleDocument } from '../../rules/ruleDocument';
import type { FieldFacts } from '../../schema/facts';

/** `unknown`: the document does not say. */
export type Gateway = 'gm' | 'other' | 'unknown';

/** The kind of gateway that the document names. */
export function readGateway(root: DataNode): Gateway {
  const known = isGm(new RuleDocument(root).connection);
  if (known === undefined) return 'unknown';
  return known ? 'gm' : 'other';
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
