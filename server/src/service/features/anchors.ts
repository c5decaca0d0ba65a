// Anchors as editors know names: where one is defined, where it is used, and what it could be called.
// An anchor and its aliases live in one document. Answers hold places, never names: what stands there
// may be a key that was taken for an anchor.
import type {
  DocumentHighlight,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import {
  anchorGroupAt,
  findAnchorTokens,
  isAnchorName,
  type AnchorGroup,
  type AnchorToken,
} from '../document/anchorTokens';
import { touches } from '../document/span';
import { documentAtLine, offsetInDocument, type Snapshot } from '../snapshot';
import { rangeInFile } from './diagnostics';
import { DocumentHighlightKind } from './lspValues';

/** The anchor that the alias or anchor at `position` means. */
export function anchorDefinition(
  snapshot: Snapshot,
  position: Position,
  uri: string,
): Location | undefined {
  const found = anchorAt(snapshot, position);
  return found && { uri, range: found.rangeOf(found.group.anchor) };
}

/** The aliases of the anchor at `position`, with the anchor when `includeDeclaration` is set. */
export function anchorReferences(
  snapshot: Snapshot,
  position: Position,
  { uri, includeDeclaration }: { readonly uri: string; readonly includeDeclaration: boolean },
): Location[] {
  const found = anchorAt(snapshot, position);
  if (found === undefined) return [];
  const { group, rangeOf } = found;
  const tokens = includeDeclaration ? [group.anchor, ...group.aliases] : group.aliases;
  return tokens.map((token) => ({ uri, range: rangeOf(token) }));
}

/** The anchor as a place that is written, its aliases as places that read. Nothing elsewhere. */
export function anchorHighlights(
  snapshot: Snapshot,
  position: Position,
): DocumentHighlight[] | undefined {
  const found = anchorAt(snapshot, position);
  return found?.all.map((token) => ({
    range: found.rangeOf(token),
    kind: token.kind === 'anchor' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The name at `position`, when it can be renamed. */
export function anchorToRename(snapshot: Snapshot, position: Position): Range | undefined {
  const found = anchorAt(snapshot, position);
  const token = found?.all.find(({ span }) =>
    touches({ start: span.start - 1, end: span.end }, found.offset),
  );
  return token && found?.rangeOf(token);
}

/** The edit that gives an anchor and its aliases a new name, or a sentence that says why not. */
export type RenameResult =
  | { readonly kind: 'renamed'; readonly edit: WorkspaceEdit }
  | { readonly kind: 'refused'; readonly message: string };

/** Renames the anchor at `position` in the file `uri`. */
export function renameAnchor(
  snapshot: Snapshot,
  position: Position,
  { uri, newName }: { readonly uri: string; readonly newName: string },
): RenameResult {
  const found = anchorAt(snapshot, position);
  if (found === undefined)
    return {
      kind: 'refused',
      message: 'Only anchors and their aliases can be renamed. Put the cursor on one of them.',
    };
  if (!isAnchorName(newName))
    return {
      kind: 'refused',
      message:
        'An anchor has a name without white space and without , [ ] { }, and no colon at its end. Choose another name.',
    };
  const { all, others, rangeOf } = found;
  if (others.some(({ name }) => name === newName))
    return {
      kind: 'refused',
      message: 'This document has an anchor or alias with this name already. Choose another name.',
    };
  const edits = all.map((token) => ({ range: rangeOf(token), newText: newName }));
  return { kind: 'renamed', edit: { changes: { [uri]: edits } } };
}

/** Ranges that change together, and what can be typed in them (LSP 3.17, linkedEditingRange). */
export interface LinkedRanges {
  ranges: Range[];
  wordPattern: string;
}

/**
 * An anchor and its aliases for typing in all of them at once: they must be the same, and nothing else
 * changes with them. Nothing for an anchor that is not used.
 */
export function linkedAnchors(snapshot: Snapshot, position: Position): LinkedRanges | undefined {
  const found = anchorAt(snapshot, position);
  if (found === undefined || found.group.aliases.length === 0) return undefined;
  return { ranges: found.all.map(found.rangeOf), wordPattern: String.raw`[^\s,\[\]{}]+` };
}

interface AnchorAt {
  readonly group: AnchorGroup;
  /** The anchor and its aliases. */
  readonly all: readonly AnchorToken[];
  /** The anchors and aliases of the document that are not of the group. */
  readonly others: readonly AnchorToken[];
  /** The position as an offset in the document. */
  readonly offset: number;
  readonly rangeOf: (token: AnchorToken) => Range;
}

function anchorAt(snapshot: Snapshot, position: Position): AnchorAt | undefined {
  const document = documentAtLine(snapshot, position.line);
  const offset = offsetInDocument(document, position);
  const tokens = findAnchorTokens(document.segment.text);
  const group = anchorGroupAt(tokens, offset);
  if (group === undefined) return undefined;
  const all = [group.anchor, ...group.aliases];
  return {
    group,
    all,
    others: tokens.filter((token) => !all.includes(token)),
    offset,
    rangeOf: ({ span }) => rangeInFile(document, span),
  };
}
