// Document symbols: one tree for each document, named after the connection.
import type { DocumentSymbol, SymbolKind as LspSymbolKind } from 'vscode-languageserver-types';
import { childOf, entrySpan, type DataNode, type MapEntry } from '../document/node';
import { contentEnd, type Span } from '../document/span';
import type { FieldFacts } from '../schema/facts';
import { isIdentifier } from '../schema/identifiers';
import { table } from '../schema/table';
import type { Snapshot, SnapshotDocument } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { SymbolKind } from './lspValues';

/** How many symbols a file shows at the most; an outline of more is no outline. */
export const maxSymbols = 20_000;

/** The outline of a file. Names and details never show the value of a secret or an unknown field. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const budget = { left: maxSymbols };
  return snapshot.documents.flatMap((document, index) => {
    const { root } = document.analysis;
    if (root === undefined || budget.left <= 0) return [];
    const children = childSymbols(document, root, budget);
    if (snapshot.documents.length === 1) return children;
    return [documentSymbol(document, root, index, children)];
  });
}

interface Budget {
  left: number;
}

function documentSymbol(
  document: SnapshotDocument,
  root: DataNode,
  index: number,
  children: DocumentSymbol[],
): DocumentSymbol {
  const range = rangeInFile(document, root.span);
  const label = connectionLabel(root) ?? `Document ${index + 1}`;
  return {
    name: label,
    detail: `document ${index + 1}`,
    kind: SymbolKind.Module,
    range,
    selectionRange: { start: range.start, end: range.start },
    children,
  };
}

/** The ID of the connection that the document updates, when it has one. */
function connectionLabel(root: DataNode): string | undefined {
  const node = childOf(root, table.fieldWithRole('connection').key);
  return node === undefined ? undefined : detailOf(node).detail;
}

function childSymbols(
  document: SnapshotDocument,
  node: DataNode,
  budget: Budget,
): DocumentSymbol[] {
  if (node.kind === 'map') {
    return node.entries.flatMap((entry) =>
      entry.borrowed || budget.left-- <= 0 ? [] : [entrySymbol(document, entry, budget)],
    );
  }
  if (node.kind === 'sequence') {
    return node.items.flatMap((item, index) =>
      item.borrowed || budget.left-- <= 0 ? [] : [itemSymbol(document, item, index, budget)],
    );
  }
  return [];
}

function entrySymbol(document: SnapshotDocument, entry: MapEntry, budget: Budget): DocumentSymbol {
  const { key, keySpan, value } = entry;
  const isKnown = table.factsAt(value.pointer) !== undefined;
  return {
    name: isKnown ? key : '(unknown key)',
    kind: kindOf(value),
    ...detailOf(value),
    range: rangeInFile(document, trimmed(document, entrySpan(entry))),
    selectionRange: rangeInFile(document, keySpan),
    children: childSymbols(document, value, budget),
  };
}

function itemSymbol(
  document: SnapshotDocument,
  item: DataNode,
  index: number,
  budget: Budget,
): DocumentSymbol {
  const range = rangeInFile(document, trimmed(document, item.span));
  const { detail } = detailOf(item);
  return {
    name: detail ?? `${index + 1}`,
    kind: kindOf(item),
    range,
    selectionRange: { start: range.start, end: range.start },
    children: childSymbols(document, item, budget),
  };
}

/**
 * The value beside the name, where the field is no secret and the value is what the field wants. A
 * value of any other form may be a secret that slipped into the wrong place.
 */
function detailOf(node: DataNode): { detail?: string } {
  const facts = table.factsAt(node.pointer);
  if (facts === undefined || facts.sensitive || node.kind !== 'scalar' || node.tag !== undefined)
    return {};
  return isWellFormed(node.value, facts) ? { detail: String(node.value) } : {};
}

function isWellFormed(value: unknown, facts: FieldFacts): boolean {
  if (facts.type === 'integer') return typeof value === 'number';
  if (facts.type !== 'string' || typeof value !== 'string') return false;
  if (facts.values.length > 0) return facts.values.some((each) => each.value === value);
  if (facts.address === undefined && !isIdentifier(facts)) return false;
  return facts.pattern !== undefined && new RegExp(facts.pattern, 'u').test(value);
}

function kindOf(node: DataNode): LspSymbolKind {
  if (node.kind === 'map') return SymbolKind.Object;
  if (node.kind === 'sequence') return SymbolKind.Array;
  return typeof node.value === 'number' ? SymbolKind.Number : SymbolKind.String;
}

function trimmed({ analysis }: SnapshotDocument, span: Span): Span {
  return { start: span.start, end: contentEnd(analysis.text, span) };
}
