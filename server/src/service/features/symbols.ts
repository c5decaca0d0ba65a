// Document symbols: one tree for each document, named after the connection.
import type { DocumentSymbol, SymbolKind as LspSymbolKind } from 'vscode-languageserver-types';
import { childOf, entrySpan, type DataNode, type MapEntry } from '../document/node';
import { parentPointer } from '../document/pointer';
import { contentEnd, type Span } from '../document/span';
import type { FieldFacts } from '../schema/facts';
import { isIdentifier } from '../schema/identifiers';
import { secretValues } from '../schema/secretValues';
import { table } from '../schema/table';
import type { Snapshot, SnapshotDocument } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { SymbolKind } from './lspValues';
import { visibleText } from './plainText';

/** How many symbols a file shows at the most; an outline of more is no outline. */
export const maxSymbols = 20_000;

/** The outline of a file. Names and details never show the value of a secret or an unknown field. */
export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const budget = { left: maxSymbols };
  return snapshot.documents.flatMap((document, index) => {
    const { root } = document.analysis;
    if (root === undefined || budget.left <= 0) return [];
    const outline = { document, isSecret: secretValues(root), budget };
    const children = childSymbols(outline, root);
    if (snapshot.documents.length === 1) return children;
    return [documentSymbol(outline, root, index, children)];
  });
}

/** One document, and how much room is left for its outline. */
interface Outline {
  readonly document: SnapshotDocument;
  readonly isSecret: (text: string) => boolean;
  readonly budget: Budget;
}

interface Budget {
  left: number;
}

function documentSymbol(
  outline: Outline,
  root: DataNode,
  index: number,
  children: DocumentSymbol[],
): DocumentSymbol {
  const range = rangeInFile(outline.document, root.span);
  const label = connectionLabel(outline, root) ?? `Document ${index + 1}`;
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
function connectionLabel(outline: Outline, root: DataNode): string | undefined {
  const node = childOf(root, table.fieldWithRole('connection').key);
  return node === undefined ? undefined : detailOf(outline, node).detail;
}

function childSymbols(outline: Outline, node: DataNode): DocumentSymbol[] {
  const { budget } = outline;
  if (node.kind === 'map') {
    return node.entries.flatMap((entry) =>
      entry.borrowed || budget.left-- <= 0 ? [] : [entrySymbol(outline, entry)],
    );
  }
  if (node.kind === 'sequence') {
    return node.items.flatMap((item, index) =>
      item.borrowed || budget.left-- <= 0 ? [] : [itemSymbol(outline, item, index)],
    );
  }
  return [];
}

function entrySymbol(outline: Outline, entry: MapEntry): DocumentSymbol {
  const { document } = outline;
  const { keySpan, value } = entry;
  return {
    name: nameOf(entry),
    kind: kindOf(value),
    ...detailOf(outline, value),
    range: rangeInFile(document, trimmed(document, entrySpan(entry))),
    selectionRange: rangeInFile(document, trimmed(document, keySpan)),
    children: childSymbols(outline, value),
  };
}

/** Never empty: an editor refuses an outline with a nameless entry. */
function nameOf({ key, value: { pointer } }: MapEntry): string {
  if (table.factsAt(pointer) !== undefined) return key;
  const isAtTop = parentPointer(pointer) === '';
  return isAtTop && table.isForSharedValues(key) ? '(shared values)' : '(unknown key)';
}

function itemSymbol(outline: Outline, item: DataNode, index: number): DocumentSymbol {
  const { document } = outline;
  const range = rangeInFile(document, trimmed(document, item.span));
  const { detail } = detailOf(outline, item);
  return {
    name: detail ?? `${index + 1}`,
    kind: kindOf(item),
    range,
    selectionRange: { start: range.start, end: range.start },
    children: childSymbols(outline, item),
  };
}

/**
 * The value beside the name, where the field is no secret and the value is what the field wants. A
 * value of any other form may be a secret that slipped into the wrong place.
 */
function detailOf({ isSecret }: Outline, node: DataNode): { detail?: string } {
  const facts = table.factsAt(node.pointer);
  if (facts === undefined || facts.sensitive || node.kind !== 'scalar' || node.tag !== undefined)
    return {};
  const text = String(node.value);
  return isWellFormed(node.value, facts) && !isSecret(text) ? { detail: visibleText(text) } : {};
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
