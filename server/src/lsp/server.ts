// One connection from greeting to good-bye.
import { version } from '../../../package.json';
import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  InitializeParams,
  InitializeResult,
  WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import { readClientProfile, serverCapabilities, type ClientProfile } from './capabilities';
import { DiagnosticsPusher } from './diagnostics';
import { Documents } from './documents';
import { LiveAccount } from './liveAccount';
import { LiveConnections } from './liveConnections';
import { registerFeatures } from './features';
import { attempt, guardedRuntime } from './guard';
import { Requests } from './requests';
import type { Log, Runtime } from './runtime';
import { Settings } from './settings';
import { WarmUp } from './warmUp';
import { Workspace } from './workspace/workspace';
import { WorkspaceDiagnostics } from './workspace/workspaceDiagnostics';

/** LSP message types of `window/logMessage`. */
const logMessageError = 1;

/** Serves one client over `connection`, until the connection ends. */
export function startServer(connection: MessageConnection, platform: Runtime): void {
  const settings = new Settings(connection);
  const live = new LiveConnections();
  const documents = new Documents(settings, live);
  const log: Log = {
    error: (message) =>
      void connection.sendNotification('window/logMessage', { type: logMessageError, message }),
  };
  const runtime = guardedRuntime(platform, log);
  let exitCode = 1;
  const initialize = (params: InitializeParams): InitializeResult => {
    const client = readClientProfile(params);
    const workspace = new Workspace(documents, settings, runtime.startTimer);
    const pusher = new DiagnosticsPusher(connection, documents, workspace, runtime.startTimer);
    documents.listen(connection, [
      ...(client.hasSettings ? [settings] : []),
      workspace,
      ...(client.pullsDiagnostics ? [] : [pusher]),
    ]);
    const parts = { client, documents, settings, workspace, pusher, requests, log };
    const show = followChanges(connection, parts);
    live.follow(connection, () => show.problems(documents.uris()));
    const account = new LiveAccount(connection, client);
    account.follow(() => {
      show.hints(documents.uris());
      show.lenses(documents.uris());
    });
    const warmUp = new WarmUp(runtime, client.completion);
    const { runLater } = runtime;
    registerFeatures(requests, { documents, workspace }, client, { log, runLater, account });
    documents.onFirstUse((uri, snapshot) => warmUp.begin(uri, snapshot));
    if (params.processId !== null) runtime.exitWith(params.processId);
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'vpnconn', version } };
  };
  const shutdown = (): void => {
    exitCode = 0;
  };
  const requests = new Requests(connection, log, { initialize, shutdown });
  connection.onNotification('exit', () => runtime.exit(exitCode));
  connection.onClose(() => runtime.exit(exitCode));
  connection.listen();
}

/** The parts of the server that changes pass through. */
interface Parts {
  readonly client: ClientProfile;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly workspace: Workspace;
  readonly pusher: DiagnosticsPusher;
  readonly requests: Requests;
  readonly log: Log;
}

/**
 * What is shown follows settings and other files without being asked: the client asks again, or is
 * sent new diagnostics. Returns how to show things of open files anew.
 */
function followChanges(
  connection: MessageConnection,
  parts: Parts,
): Readonly<Record<'problems' | 'hints' | 'lenses', (uris: readonly string[]) => void>> {
  const { client, documents, settings, workspace, pusher, requests, log } = parts;
  const reports = new WorkspaceDiagnostics(workspace, settings, (uri) => documents.has(uri));
  requests.on<WorkspaceDiagnosticParams>('workspace/diagnostic', (params, token) =>
    reports.ask(params, token),
  );
  const refresh = (what: 'diagnostic' | 'inlayHint' | 'codeLens'): void =>
    void connection.sendRequest(`workspace/${what}/refresh`).catch(() => undefined);
  const show = {
    problems: (uris: readonly string[]): void => {
      if (!client.pullsDiagnostics) for (const uri of uris) pusher.changed(uri);
      else if (client.refreshes.diagnostics && uris.length > 0) refresh('diagnostic');
    },
    hints: (uris: readonly string[]): void => {
      if (client.refreshes.hints && uris.some((uri) => documents.has(uri))) refresh('inlayHint');
    },
    lenses: (uris: readonly string[]): void => {
      if (client.refreshes.lenses && uris.some((uri) => documents.has(uri))) refresh('codeLens');
    },
  };
  workspace.follow({
    openChanged: show.problems,
    closedChanged: (uris) => reports.news(uris),
    left: (uri) => reports.left(uri),
  });
  if (!client.hasSettings) return show;
  settings.follow(({ problems, hints }) =>
    attempt('changed settings', log, undefined, () => {
      show.problems(problems.filter((uri) => documents.has(uri)));
      reports.news(problems);
      show.hints(hints);
    }),
  );
  if (client.subscribesSettings)
    connection.onNotification('initialized', () => settings.subscribe());
  return show;
}
