// Identifiers that other documents of the file use: nobody types a UUID twice.
import type { DataNode } from '../../document/node';
import type { FieldFacts } from '../../schema/facts';
import { table } from '../../schema/table';
import type { Snapshot } from '../../snapshot';
import { fieldText } from '../fieldText';

/** How many documents on each side of the cursor are looked at: a file may have thousands. */
const reach = 50;

/**
 * Well-formed values of an identifying field in the documents around document `index`, nearest first.
 * `root` is the document itself. A connection that another document updates already is left out.
 */
export function idsElsewhere(
  facts: FieldFacts,
  { documents }: Snapshot,
  index: number,
  root: DataNode,
): readonly string[] {
  if (!isKnownId(facts)) return [];
  const form = new RegExp(facts.pattern ?? '', 'u');
  const project = table.fieldWithRole('project');
  const own = fieldText(root, project);
  const ids = new Set<string>();
  for (let distance = 1; distance <= reach; distance++) {
    for (const near of [documents[index - distance], documents[index + distance]]) {
      const other = near?.analysis.root;
      const id = fieldText(other, facts);
      const isSame = facts.role === 'connection' && fieldText(other, project) === own;
      if (id !== undefined && form.test(id) && !isSame) ids.add(id);
    }
  }
  return [...ids];
}

/**
 * The same of other files, in their order. A connection of the same project that another file updates
 * already is left out.
 */
export function idsInFiles(
  facts: FieldFacts,
  files: Iterable<Snapshot>,
  root: DataNode,
): readonly string[] {
  if (!isKnownId(facts)) return [];
  const form = new RegExp(facts.pattern ?? '', 'u');
  const own = fieldText(root, table.fieldWithRole('project'));
  const ids = new Set<string>();
  for (const { documents } of files) {
    for (const { analysis } of documents) {
      const { identity } = analysis;
      if (identity === undefined || (facts.role === 'connection' && identity.project === own)) {
        continue;
      }
      for (const [path, id] of identity.ids) if (path === facts.path && form.test(id)) ids.add(id);
      if (ids.size >= reach) return [...ids];
    }
  }
  return [...ids];
}

function isKnownId({ form, role, type, sensitive }: FieldFacts): boolean {
  return (form !== undefined || role !== undefined) && type === 'string' && !sensitive;
}
