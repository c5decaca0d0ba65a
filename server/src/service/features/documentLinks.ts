// Document links: from the key of each field to the page that its facts come from.
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
 * a long file gets links where it begins; the hover names the source of every field anywhere.
 */
export const maxLinks = 1000;

/** A key with the facts of its field. */
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
    const keys = memo.of(document, ({ analysis: { root } }) =>
      root === undefined ? [] : [...keysIn(root, table.root)],
    );
    for (const { span, facts } of keys)
      links.push({ range: rangeInFile(document, span), ...targetOf(facts) });
  }
  return links.slice(0, maxLinks);
}

/** The keys that are written here, not those that a merge brings in, and of fields that are known. */
function* keysIn(node: DataNode, facts: FieldFacts): Generator<LinkedKey> {
  if (node.borrowed) return;
  if (node.kind === 'sequence' && facts.items !== undefined)
    for (const item of node.items) yield* keysIn(item, facts.items);
  if (node.kind !== 'map') return;
  for (const { key, keySpan, value, borrowed } of node.entries) {
    const property = facts.properties.get(key);
    if (property === undefined || borrowed) continue;
    yield { span: keySpan, facts: property };
    yield* keysIn(value, property);
  }
}

function targetOf(facts: FieldFacts): Pick<DocumentLink, 'target' | 'tooltip'> {
  const { path, title } = facts;
  const place = placeOnPage(facts);
  return place === undefined
    ? { target: referenceUrl(path), tooltip: `${title}: reference` }
    : { target: table.page.url, tooltip: `${title}: ${table.page.title}, ${place}` };
}
