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
  accountPlaces,
  documentLinks,
  DocumentMemo,
  inlayHints,
  semanticTokens,
  type LinkedKey,
  type Token,
} from '../service';
import type { OfFile, OnFile } from './fileRequests';
import type { LiveAccount } from './liveAccount';
import type { RunLater } from './runtime';

/** Answers the requests for annotations. */
export function registerAnnotations(
  onFile: OnFile,
  account: LiveAccount,
  runLater: RunLater,
): void {
  const linkedKeys = { sections: newLinkMemo(), fields: newLinkMemo() };
  onFile<OfFile, DocumentLink[]>(
    'textDocument/documentLink',
    [],
    ({ snapshot, links }) => documentLinks(snapshot, links, linkedKeys[links]),
    runLater,
  );
  onFile<InlayHintParams, InlayHint[]>(
    'textDocument/inlayHint',
    [],
    ({ snapshot, hints }, { range }) => {
      account.want(() => accountPlaces(snapshot, range));
      return inlayHints(snapshot, range, hints, account.names);
    },
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

function newLinkMemo(): DocumentMemo<readonly LinkedKey[]> {
  return new DocumentMemo();
}
