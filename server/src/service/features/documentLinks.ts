// Document links: from the two sections of a document to the page that their fields come from. Editors
// underline links all the time, and all fields of the API come from one page; the hover of each field
// names its table.
import type { DocumentLink } from 'vscode-languageserver-types';
import type { DataNode } from '../document/node';
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

/** The key of a section with its facts. */
export interface LinkedKey {
  readonly span: Span;
  readonly facts: FieldFacts;
}

/** The links of a file: to the API page, or to our own for what only the file format knows. */
export function documentLinks(
  snapshot: Snapshot,
  memo = new DocumentMemo<readonly LinkedKey[]>(),
): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const document of snapshot.documents) {
    if (links.length >= maxLinks) break;
    const keys = memo.of(document, ({ analysis: { root } }) => sectionsOf(root));
    for (const { span, facts } of keys)
      links.push({ range: rangeInFile(document, span), ...targetOf(facts) });
  }
  return links.slice(0, maxLinks);
}

/** The keys of sections that are written here, not those that a merge brings in. */
function sectionsOf(root: DataNode | undefined): readonly LinkedKey[] {
  if (root?.kind !== 'map') return [];
  return root.entries.flatMap(({ key, keySpan, borrowed }) => {
    const facts = table.root.properties.get(key);
    return facts === undefined || borrowed || facts.properties.size === 0
      ? []
      : [{ span: keySpan, facts }];
  });
}

function targetOf(facts: FieldFacts): Pick<DocumentLink, 'target' | 'tooltip'> {
  const { path, title } = facts;
  const place = placeOnPage(facts);
  return place === undefined
    ? { target: referenceUrl(path), tooltip: `${title}: reference` }
    : { target: table.page.url, tooltip: `${title}: ${table.page.title}, ${place}` };
}
