// One connection from greeting to good-bye.
import { version } from '../../../package.json';
import type { MessageConnection } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { readClientProfile, serverCapabilities, type ClientProfile } from './capabilities';
import { DiagnosticsPusher } from './diagnostics';
import { Documents } from './documents';
import { LiveConnections } from './liveConnections';
import { registerFeatures } from './features';
import type { Log, Runtime } from './runtime';
import { Settings } from './settings';
import { WarmUp } from './warmUp';

/** LSP message types of `window/logMessage`. */
const logMessageError = 1;

/** Serves one client over `connection`, until the connection ends. */
export function startServer(connection: MessageConnection, runtime: Runtime): void {
  const settings = new Settings(connection);
  const live = new LiveConnections();
  const documents = new Documents(settings, live);
  const log: Log = {
    error: (message) =>
      void connection.sendNotification('window/logMessage', { type: logMessageError, message }),
  };
  let exitCode = 1;
  connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
    const client = readClientProfile(params);
    const pusher = new DiagnosticsPusher(connection, documents, runtime.startTimer);
    documents.listen(connection, [
      ...(client.hasSettings ? [settings] : []),
      ...(client.pullsDiagnostics ? [] : [pusher]),
    ]);
    if (client.hasSettings) followSettings(connection, settings, client, pusher);
    const warmUp = new WarmUp(runtime.startTimer, client.completion);
    const refresh = (): void => {
      if (!client.pullsDiagnostics) for (const uri of documents.uris()) pusher.changed(uri);
      else if (client.refreshes.diagnostics)
        void connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
    };
    registerFeatures(connection, documents, client, {
      log,
      runLater: runtime.runLater,
      live,
      learnt: refresh,
    });
    documents.onFirstUse((snapshot) => warmUp.begin(snapshot));
    if (params.processId !== null) runtime.exitWith(params.processId);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'vpnconn', version } };
  });
  connection.onRequest('shutdown', () => {
    exitCode = 0;
    return null;
  });
  connection.onNotification('exit', () => runtime.exit(exitCode));
  connection.onClose(() => runtime.exit(exitCode));
  connection.listen();
}

/** What is shown follows the settings: the client asks again, or is sent new diagnostics. */
function followSettings(
  connection: MessageConnection,
  settings: Settings,
  client: ClientProfile,
  pusher: DiagnosticsPusher,
): void {
  const refresh = (what: 'diagnostic' | 'inlayHint'): void =>
    void connection.sendRequest(`workspace/${what}/refresh`).catch(() => undefined);
  settings.follow(({ problems, hints }) => {
    if (!client.pullsDiagnostics) for (const uri of problems) pusher.changed(uri);
    else if (client.refreshes.diagnostics && problems.length > 0) refresh('diagnostic');
    if (client.refreshes.hints && hints.length > 0) refresh('inlayHint');
  });
  if (client.subscribesSettings)
    connection.onNotification('initialized', () => settings.subscribe());
}
