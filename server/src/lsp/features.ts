// The table of handlers: which request about a file is answered by which function of the service.
import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  Hover,
  HoverParams,
} from 'vscode-languageserver';
import {
  locateLiteralSecretMethod,
  prepareUpdateMethod,
  writeUpdateMethod,
  type LiteralSecretResult,
  type LocateLiteralSecretParams,
  type PrepareUpdateParams,
  type PrepareUpdateResult,
  type UpdateDraft,
  type WrittenUpdate,
} from '../protocol/messages';
import {
  codeActions,
  codeLenses,
  complete,
  hover,
  locateLiteralSecret,
  prepareUpdate,
  writeUpdate,
  suppressionIdsAt,
} from '../service';
import { registerAnchors } from './anchors';
import { registerAnnotations } from './annotations';
import type { ClientProfile } from './capabilities';
import { diagnosticsPuller } from './diagnostics';
import type { Documents } from './documents';
import { guard } from './guard';
import { fileRequests, type OfFile } from './fileRequests';
import { registerFormatting } from './formatting';
import type { Log, RunLater } from './runtime';
import { registerStructure } from './structure';

/** Answers all requests about files. A file that is not open gets the fallback of each feature. */
export function registerFeatures(
  connection: MessageConnection,
  documents: Documents,
  client: ClientProfile,
  { log, runLater }: { readonly log: Log; readonly runLater: RunLater },
): void {
  const onFile = fileRequests(connection, documents, log);
  registerAnnotations(onFile, runLater);
  registerStructure(onFile);
  registerAnchors(onFile);

  // After a failure old problems must not stay: the empty report removes them.
  onFile<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    diagnosticsPuller(),
    // Editors ask for them with every keystroke; what somebody waits for comes first.
    runLater,
  );
  onFile<HoverParams, Hover | null>(
    'textDocument/hover',
    null,
    ({ snapshot }, { position }) =>
      hover(snapshot, position, { format: client.hoverFormat }) ?? null,
  );
  onFile<CompletionParams, readonly CompletionItem[]>(
    'textDocument/completion',
    [],
    ({ snapshot }, { position }) =>
      suppressionIdsAt(snapshot, position) ?? complete(snapshot, position, client.completion),
  );
  onFile<CodeActionParams, CodeAction[]>(
    'textDocument/codeAction',
    [],
    ({ snapshot, uri, policy }, { range, context }) =>
      codeActions(snapshot, range, {
        uri,
        policy,
        only: context.only,
        storesSecrets: client.storesSecrets,
      }),
  );
  onFile<OfFile, CodeLens[]>('textDocument/codeLens', [], ({ snapshot, uri }) =>
    codeLenses(snapshot, uri),
  );
  registerFormatting(onFile);
  onFile<PrepareUpdateParams, PrepareUpdateResult>(
    prepareUpdateMethod,
    unknownDocument,
    ({ snapshot, version, policy }, { position }) =>
      prepareUpdate(snapshot, position, version, policy),
  );
  onFile<LocateLiteralSecretParams, LiteralSecretResult>(
    locateLiteralSecretMethod,
    { kind: 'none', message: notOpen },
    ({ snapshot, version }, { position }) => locateLiteralSecret(snapshot, position, version),
  );
  const unwritten: WrittenUpdate = { text: '', leftOut: [], complaint: 'It could not be written.' };
  connection.onRequest(
    writeUpdateMethod,
    guard(writeUpdateMethod, log, unwritten, (draft: UpdateDraft) => writeUpdate(draft)),
  );
}

const notOpen =
  'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.';

const unknownDocument: PrepareUpdateResult = {
  kind: 'refused',
  reason: 'unknown-document',
  message: notOpen,
  errorCount: 0,
};
