// Identifiers that other documents use, of this file and of others: nobody types a UUID twice.
import type { DataNode } from '../../document/node';
import type { FieldFacts } from '../../schema/facts';
import { identifierKey, isIdentifier } from '../../schema/identifiers';
import { secretValues } from '../../schema/secretValues';
import { table } from '../../schema/table';
import type { Snapshot, SnapshotDocument } from '../../snapshot';
import { fieldText } from '../fieldText';
import type { DerivedValue } from './derivedValues';

/**
 * How many documents on each side of the cursor are looked at, because a file may have thousands, and how
 * many identifiers come from other files.
 */
const reach = 50;

/** Where identifiers are looked for. */
export interface Sources {
  readonly snapshot: Snapshot;
  readonly document: SnapshotDocument;
  /** The other files of the workspace. */
  readonly others: Iterable<Snapshot>;
}

/**
 * Well-formed values of an identifying field: those of the documents around `document` first, the nearest
 * first, then those of other files. `root` is the data of the document itself. A connection that another
 * document updates already is left out.
 */
export function idsElsewhere(
  facts: FieldFacts,
  { snapshot, document, others }: Sources,
  root: DataNode,
): readonly DerivedValue[] {
  if (!isIdentifier(facts)) return [];
  const form = new RegExp(facts.pattern ?? '', 'u');
  const found = new Map<string, DerivedValue>();
  const take = (value: string, note: string): void => {
    const key = identifierKey(value);
    if (form.test(value) && !found.has(key)) found.set(key, { value, note });
  };
  const own = projectKey(root);
  for (const id of idsAround(facts, snapshot, document, own)) take(id, 'used in this file');
  const most = found.size + reach;
  for (const id of idsInFiles(facts, others, own)) {
    take(id, 'used in another file');
    if (found.size === most) break;
  }
  return [...found.values()];
}

/** The values of the field in the documents on both sides, but no connection of the project `own`. */
function* idsAround(
  facts: FieldFacts,
  { documents }: Snapshot,
  document: SnapshotDocument,
  own: string | undefined,
): Generator<string> {
  const index = documents.indexOf(document);
  for (let distance = 1; distance <= reach; distance++) {
    for (const near of [documents[index - distance], documents[index + distance]]) {
      const other = near?.analysis.root;
      const id = fieldText(other, facts);
      const isTaken = facts.role === 'connection' && projectKey(other) === own;
      if (id !== undefined && !isTaken && !secretValues(other)(id)) yield id;
    }
  }
}

/** The values of the field in other files, in their order, but no connection of the project `own`. */
function* idsInFiles(
  facts: FieldFacts,
  files: Iterable<Snapshot>,
  own: string | undefined,
): Generator<string> {
  for (const { documents } of files) {
    for (const { analysis } of documents) {
      const { identity } = analysis;
      if (identity === undefined || (facts.role === 'connection' && identity.project === own)) {
        continue;
      }
      for (const [path, id] of identity.ids) if (path === facts.path) yield id;
    }
  }
}

function projectKey(root: DataNode | undefined): string | undefined {
  const project = fieldText(root, table.fieldWithRole('project'));
  return project === undefined ? undefined : identifierKey(project);
}
