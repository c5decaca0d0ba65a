// The table of handlers: which request about a file is answered by which function of the service.
import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import type {
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
  codeLenses,
  complete,
  documentSymbols,
  foldingRanges,
  hover,
  prepareUpdate,
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
  const onFile = <Params extends OfFile, Result>(
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
    ({ snapshot }, { position }) => complete(snapshot, position, client.completion),
  );
  onFile<OfFile, DocumentSymbol[]>('textDocument/documentSymbol', [], ({ snapshot }) =>
    documentSymbols(snapshot),
  );
  onFile<OfFile, FoldingRange[]>('textDocument/foldingRange', [], ({ snapshot }) =>
    foldingRanges(snapshot),
  );
  onFile<OfFile, CodeLens[]>('textDocument/codeLens', [], ({ snapshot, uri }) =>
    codeLenses(snapshot, uri),
  );
  onFile<PrepareUpdateParams, PrepareUpdateResult>(
    prepareUpdateMethod,
    unknownDocument,
    ({ snapshot, version }, { position }) => prepareUpdate(snapshot, position, version),
  );
}

const unknownDocument: PrepareUpdateResult = {
  kind: 'refused',
  reason: 'unknown-document',
  message:
    'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.',
  errorCount: 0,
};
