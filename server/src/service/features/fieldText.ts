// The text that a document holds in a field.
import { nodeAtPointer, type DataNode } from '../document/node';
import type { FieldFacts } from '../schema/facts';

/** Nothing when the field is not there or holds no text. Not for fields of a list. */
export function fieldText(
  root: DataNode | undefined,
  { path }: Pick<FieldFacts, 'path'>,
): string | undefined {
  const node = nodeAtPointer(root, path);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
