// One connection from greeting to good-bye.
import type { MessageConnection } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { readClientProfile, serverCapabilities } from './capabilities';
import { DiagnosticsPusher } from './diagnostics';
import { Documents } from './documents';
import { registerFeatures } from './features';
import type { Log, Runtime } from './runtime';
import { WarmUp } from './warmUp';

/** LSP message types of `window/logMessage`. */
const logMessageError = 1;

/** Serves one client over `connection`, until the connection ends. */
export function startServer(connection: MessageConnection, runtime: Runtime): void {
  const documents = new Documents();
  const log: Log = {
    error: (message) =>
      void connection.sendNotification('window/logMessage', { type: logMessageError, message }),
  };
  let exitCode = 1;
  connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
    const client = readClientProfile(params);
    const pusher = new DiagnosticsPusher(connection, documents, runtime.startTimer);
    documents.listen(connection, client.pullsDiagnostics ? nobody : pusher);
    const warmUp = new WarmUp(runtime.startTimer, client.completion);
    registerFeatures(connection, documents, client, log);
    documents.onFirstUse((snapshot) => warmUp.begin(snapshot));
    if (params.processId !== null) runtime.exitWith(params.processId);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'vpnconn' } };
  });
  connection.onRequest('shutdown', () => {
    exitCode = 0;
    return null;
  });
  connection.onNotification('exit', () => runtime.exit(exitCode));
  connection.onClose(() => runtime.exit(exitCode));
  connection.listen();
}

const nobody = { opened: () => undefined, changed: () => undefined, closed: () => undefined };
