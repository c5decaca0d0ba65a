// Handlers of what editors show around a text without being asked. Nobody waits for it, so all of it
// is answered behind what somebody waits for.
import type {
  DocumentLink,
  InlayHint,
  InlayHintParams,
  SemanticTokens,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import {
  documentLinks,
  DocumentMemo,
  inlayHints,
  semanticTokens,
  type LinkedKey,
  type Token,
} from '../service';
import type { OfFile, OnFile } from './fileRequests';
import type { RunLater } from './runtime';

/** Answers the requests for annotations. */
export function registerAnnotations(onFile: OnFile, runLater: RunLater): void {
  const linkedKeys = new DocumentMemo<readonly LinkedKey[]>();
  onFile<OfFile, DocumentLink[]>(
    'textDocument/documentLink',
    [],
    ({ snapshot }) => documentLinks(snapshot, linkedKeys),
    runLater,
  );
  onFile<InlayHintParams, InlayHint[]>(
    'textDocument/inlayHint',
    [],
    ({ snapshot, hints }, { range }) => inlayHints(snapshot, range, hints),
    runLater,
  );
  const tokens = new DocumentMemo<readonly Token[]>();
  onFile<OfFile, SemanticTokens>(
    'textDocument/semanticTokens/full',
    { data: [] },
    ({ snapshot }) => semanticTokens(snapshot, undefined, tokens),
    runLater,
  );
  onFile<SemanticTokensRangeParams, SemanticTokens>(
    'textDocument/semanticTokens/range',
    { data: [] },
    ({ snapshot }, { range }) => semanticTokens(snapshot, range, tokens),
    runLater,
  );
}
