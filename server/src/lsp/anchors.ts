// Handlers for anchors: definition, references, highlights, renaming, typing in all places at once.
import { ResponseError } from 'vscode-jsonrpc';
import type {
  DocumentHighlight,
  LinkedEditingRanges,
  Location,
  Range,
  ReferenceParams,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  anchorDefinition,
  anchorHighlights,
  anchorReferences,
  anchorToRename,
  linkedAnchors,
  renameAnchor,
} from '../service';
import type { OnFile } from './fileRequests';

/** Error code of a request that is right but cannot be met (LSP 3.17, LSPErrorCodes.RequestFailed). */
const requestFailed = -32803;

/**
 * Answers the requests about anchors. Elsewhere the answer is `null`, so that an editor does what it
 * does by itself, such as marking the word under the cursor.
 */
export function registerAnchors(onFile: OnFile): void {
  onFile<TextDocumentPositionParams, Location | null>(
    'textDocument/definition',
    null,
    ({ snapshot, uri }, { position }) => anchorDefinition(snapshot, position, uri) ?? null,
  );
  onFile<ReferenceParams, Location[]>(
    'textDocument/references',
    [],
    ({ snapshot, uri }, { position, context: { includeDeclaration } }) =>
      anchorReferences(snapshot, position, { uri, includeDeclaration }),
  );
  onFile<TextDocumentPositionParams, DocumentHighlight[] | null>(
    'textDocument/documentHighlight',
    null,
    ({ snapshot }, { position }) => anchorHighlights(snapshot, position) ?? null,
  );
  onFile<TextDocumentPositionParams, Range | null>(
    'textDocument/prepareRename',
    null,
    ({ snapshot }, { position }) => anchorToRename(snapshot, position) ?? null,
  );
  onFile<RenameParams, WorkspaceEdit | ResponseError<undefined> | null>(
    'textDocument/rename',
    null,
    ({ snapshot, uri }, { position, newName }) => {
      const result = renameAnchor(snapshot, position, { uri, newName });
      return result.kind === 'renamed'
        ? result.edit
        : new ResponseError(requestFailed, result.message);
    },
  );
  onFile<TextDocumentPositionParams, LinkedEditingRanges | null>(
    'textDocument/linkedEditingRange',
    null,
    ({ snapshot }, { position }) => linkedAnchors(snapshot, position) ?? null,
  );
}
