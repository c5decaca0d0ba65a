// Document links: from the keys of a document to the page that their fields come from. Editors
// underline links all the time, and all fields of the API come from one page, so only the two sections
// of a document are links until somebody wants all; the hover of each field names its table, too.
import type { DocumentLink } from 'vscode-languageserver-types';
import { walk, type DataNode, type MapEntry } from '../document/node';
import type { Span } from '../document/span';
import { referenceUrl } from '../rules/referenceAnchor';
import type { FieldFacts } from '../schema/facts';
import { table } from '../schema/table';
import type { Snapshot } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { DocumentMemo } from './documentMemo';
import { placeOnPage } from './placeOnPage';

/**
 * How many links a file has at the most. Editors ask for those of the whole file after every edit, so
 * a long file gets links where it begins; the hover names the source anywhere.
 */
export const maxLinks = 1000;

/** Which keys are links: those of the two sections of a document, or those of all fields. */
export type LinkScope = 'sections' | 'fields';

/** Reads the setting, an object with the switch `fields`; what is no switch counts as off. */
export function readLinkScope(setting: unknown): LinkScope {
  const { fields } = (setting ?? {}) as { fields?: unknown };
  return fields === true ? 'fields' : 'sections';
}

/** A key that is a link, with its facts. */
export interface LinkedKey {
  readonly span: Span;
  readonly facts: FieldFacts;
}

/**
 * The links of a file: to the API page, or to our own for what only the file format knows. `memo` is
 * for one scope.
 */
export function documentLinks(
  snapshot: Snapshot,
  scope: LinkScope,
  memo = new DocumentMemo<readonly LinkedKey[]>(),
): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const document of snapshot.documents) {
    if (links.length >= maxLinks) break;
    const keys = memo.of(document, ({ analysis: { root } }) => keysIn[scope](root));
    for (const { span, facts } of keys)
      links.push({ range: rangeInFile(document, span), ...targetOf(facts) });
  }
  return links.slice(0, maxLinks);
}

const keysIn: Readonly<Record<LinkScope, (root: DataNode | undefined) => readonly LinkedKey[]>> = {
  sections: (root) => linkedKeys(root).filter(({ facts }) => facts.properties.size > 0),
  fields: (root) => (root === undefined ? [] : [...walk(root)].flatMap(linkedKeys)),
};

/** The keys of one block that the table knows and that are written here, not brought in by a merge. */
function linkedKeys(node: DataNode | undefined): readonly LinkedKey[] {
  if (node?.kind !== 'map' || node.borrowed) return [];
  return node.entries.flatMap(({ keySpan, value, borrowed }: MapEntry) => {
    const facts = table.factsAt(value.pointer);
    return facts === undefined || borrowed ? [] : [{ span: keySpan, facts }];
  });
}

function targetOf(facts: FieldFacts): Pick<DocumentLink, 'target' | 'tooltip'> {
  const { path, title } = facts;
  const place = placeOnPage(facts);
  return place === undefined
    ? { target: referenceUrl(path), tooltip: `${title}: reference` }
    : { target: table.page.url, tooltip: `${title}: ${table.page.title}, ${place}` };
}
