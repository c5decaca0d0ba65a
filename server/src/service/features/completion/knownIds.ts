// Identifiers that other documents of the file use: nobody types a UUID twice.
import { childOf, type DataNode } from '../../document/node';
import { pointerSegments } from '../../document/pointer';
import type { FieldFacts } from '../../schema/facts';
import type { Snapshot } from '../../snapshot';

/** How many documents around the cursor are looked at: a file may have thousands. */
const reach = 50;

/** Well-formed values of an identifying field in the documents around document `index`, nearest first. */
export function idsElsewhere(
  facts: FieldFacts,
  { documents }: Snapshot,
  index: number,
): readonly string[] {
  const isIdentifier = facts.form !== undefined || facts.role !== undefined;
  if (!isIdentifier || facts.type !== 'string' || facts.sensitive) return [];
  const form = new RegExp(facts.pattern ?? '', 'u');
  const segments = pointerSegments(facts.path);
  const ids = new Set<string>();
  for (let distance = 1; distance <= reach; distance++) {
    for (const near of [documents[index - distance], documents[index + distance]]) {
      const node = segments.reduce<DataNode | undefined>(childOf, near?.analysis.root);
      const text = node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
      if (text !== '' && form.test(text)) ids.add(text);
    }
  }
  return [...ids];
}
