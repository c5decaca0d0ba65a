// The text that a document holds in a field.
import { childOf, type DataNode } from '../document/node';
import { pointerSegments } from '../document/pointer';
import type { FieldFacts } from '../schema/facts';

/** Nothing when the field is not there or holds no text. Not for fields of a list. */
export function fieldText(
  root: DataNode | undefined,
  { path }: Pick<FieldFacts, 'path'>,
): string | undefined {
  const node = pointerSegments(path).reduce<DataNode | undefined>(childOf, root);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
