// The table of handlers: which request about a file is answered by which function of the service.
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  CompletionParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  Hover,
  HoverParams,
} from 'vscode-languageserver';
import {
  prepareUpdateMethod,
  type PrepareUpdateParams,
  type PrepareUpdateResult,
} from '../protocol/messages';
import {
  codeActions,
  codeLenses,
  complete,
  documentSymbols,
  foldingRanges,
  hover,
  prepareUpdate,
  suppressionIdsAt,
} from '../service';
import type { ClientProfile } from './capabilities';
import { pullDiagnostics } from './diagnostics';
import type { Documents, OpenFile } from './documents';
import { guard } from './guard';
import type { Log } from './runtime';

/** Parameters of every request that is about one file. */
interface OfFile {
  readonly textDocument: { readonly uri: string };
}

/** Answers all requests about files. A file that is not open gets the fallback of each feature. */
export function registerFeatures(
  connection: MessageConnection,
  documents: Documents,
  client: ClientProfile,
  log: Log,
): void {
  const onFile = fileRequests(connection, documents, log);

  // After a failure old problems must not stay: the empty report removes them.
  onFile<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    pullDiagnostics,
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
  onFile<OfFile, DocumentSymbol[]>('textDocument/documentSymbol', [], ({ snapshot }) =>
    documentSymbols(snapshot),
  );
  onFile<OfFile, FoldingRange[]>('textDocument/foldingRange', [], ({ snapshot }) =>
    foldingRanges(snapshot),
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
  onFile<PrepareUpdateParams, PrepareUpdateResult>(
    prepareUpdateMethod,
    unknownDocument,
    ({ snapshot, version, policy }, { position }) =>
      prepareUpdate(snapshot, position, version, policy),
  );
}

/** Registers features that work on an open file; any other file gets the fallback. */
function fileRequests(connection: MessageConnection, documents: Documents, log: Log) {
  return <Params extends OfFile, Result>(
    method: string,
    fallback: Result,
    handler: (file: OpenFile, params: Params) => Result,
  ): void => {
    const guarded = guard(method, log, fallback, (params: Params) => {
      const file = documents.get(params.textDocument.uri);
      return file === undefined ? fallback : handler(file, params);
    });
    connection.onRequest(method, (params: Params, token: CancellationToken): unknown =>
      guarded(params, token),
    );
  };
}

const unknownDocument: PrepareUpdateResult = {
  kind: 'refused',
  reason: 'unknown-document',
  message:
    'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.',
  errorCount: 0,
};
