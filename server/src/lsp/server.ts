// The table of handlers: which message is answered by which function of the service.
import type {
  CancellationToken,
  CodeLens,
  Connection,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  Hover,
  HoverParams,
  InitializeParams,
} from 'vscode-languageserver';
import { RequestType } from 'vscode-languageserver';
import {
  prepareUpdateMethod,
  type PrepareUpdateParams,
  type PrepareUpdateResult,
} from '../protocol/messages';
import { codeLenses, documentSymbols, foldingRanges, hover, prepareUpdate } from '../service';
import { readClientProfile, serverCapabilities, type ClientProfile } from './capabilities';
import { DiagnosticsPusher, pullDiagnostics } from './diagnostics';
import { Documents, type OpenFile } from './documents';
import { guard, type Cancelled } from './guard';
import type { Log, Runtime } from './runtime';

/** Serves one client over `connection`, until the connection ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new Documents();
  const log: Log = { error: (message) => connection.console.error(message) };
  connection.onInitialize((params: InitializeParams) => {
    const client = readClientProfile(params);
    listenToDocuments(connection, documents, client, runtime);
    registerFeatures(connection, documents, client, log);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'vpnconn' } };
  });
  connection.listen();
}

function listenToDocuments(
  connection: Connection,
  documents: Documents,
  client: ClientProfile,
  runtime: Runtime,
): void {
  const pusher = new DiagnosticsPusher(connection, documents, runtime.startTimer);
  const nobody = { opened: () => undefined, changed: () => undefined, closed: () => undefined };
  documents.listen(connection, client.pullsDiagnostics ? nobody : pusher);
}

function registerFeatures(
  connection: Connection,
  documents: Documents,
  client: ClientProfile,
  log: Log,
): void {
  /** A feature that works on an open file and answers `fallback` for any other. */
  const onFile = <Params extends OfFile, Result>(
    feature: string,
    fallback: Result,
    handler: (file: OpenFile, params: Params) => Result,
  ): ((params: Params, token: CancellationToken) => Result | Cancelled) =>
    guard(feature, log, fallback, (params: Params) => {
      const file = documents.get(params.textDocument.uri);
      return file === undefined ? fallback : handler(file, params);
    });

  connection.languages.diagnostics.on(
    onFile<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      'diagnostics',
      noDiagnostics,
      pullDiagnostics,
    ),
  );
  connection.onHover(
    onFile<HoverParams, Hover | null>(
      'hover',
      null,
      ({ snapshot }, { position }) =>
        hover(snapshot, position, { format: client.hoverFormat }) ?? null,
    ),
  );
  connection.onDocumentSymbol(
    onFile<OfFile, DocumentSymbol[]>('documentSymbol', [], ({ snapshot }) =>
      documentSymbols(snapshot),
    ),
  );
  connection.onFoldingRanges(
    onFile<OfFile, FoldingRange[]>('foldingRange', [], ({ snapshot }) => foldingRanges(snapshot)),
  );
  connection.onCodeLens(
    onFile<OfFile, CodeLens[]>('codeLens', [], ({ snapshot, uri }) => codeLenses(snapshot, uri)),
  );
  connection.onRequest(
    new RequestType<PrepareUpdateParams, PrepareUpdateResult, never>(prepareUpdateMethod),
    onFile<PrepareUpdateParams, PrepareUpdateResult>(
      'prepareUpdate',
      unknownDocument,
      ({ snapshot, version }, { position }) => prepareUpdate(snapshot, position, version),
    ),
  );
}

/** After a failure old problems must not stay: the empty report removes them. */
const noDiagnostics: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Parameters of every request that is about one file. */
interface OfFile {
  readonly textDocument: { readonly uri: string };
}

const unknownDocument: PrepareUpdateResult = {
  kind: 'refused',
  reason: 'unknown-document',
  message:
    'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.',
  errorCount: 0,
};
