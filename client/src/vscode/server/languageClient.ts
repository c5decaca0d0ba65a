// One server process and the client library in front of it.
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { workspace, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  CodeLensRequest,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import type { AccountPlace } from '../../../../server/src/protocol/liveResources';
import type { InitializationOptions } from '../../../../server/src/protocol/messages';
import type {
  Notifications,
  RequestParams,
  RequestResult,
  Requests,
  ServerNotifications,
} from '../../../../server/src/protocol/methods';
import { languageId, settingsSection } from '../settingKeys';
import { RestartPolicy } from './restart';
import { unsetForServer } from './serverEnvironment';
import { serverErrorLine } from './serverOutput';
import { withDeadline } from './withDeadline';

/** What a connection is made of. */
export interface ServerSetup {
  /** Path of the server's bundle. */
  readonly module: string;
  readonly outputChannel: LogOutputChannel;
  readonly traceOutputChannel: LogOutputChannel;
  /** Whether the editor shows code lenses; asked each time. */
  readonly showsCodeLenses: () => boolean;
}

/** The status of the server, as a status item shows it. */
export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** One server process with its client. It is started once and ended once. */
export interface ServerConnection {
  /** Rejects when the server doesn't start. */
  start(): Promise<void>;
  /** Name and version of the running server. */
  description(): string;
  /** Ends the process, in whatever state it is. Never rejects. */
  end(): Promise<void>;
  request<M extends keyof Requests>(method: M, params: RequestParams<M>): Promise<RequestResult<M>>;
  /** Never fails. */
  notify<M extends keyof Notifications>(method: M, params: Notifications[M]): void;
  /** Requests the code lenses again, after a setting has changed. */
  refreshCodeLenses(): void;
}

/** What a connection reports. */
export interface ServerEvents {
  stateChanged(state: ServerState): void;
  /** The server ended by itself too often and stays down. */
  gaveUp(): void;
  /** The projects whose resources the server wants names of, from now on. */
  resourcesWanted(places: readonly AccountPlace[]): void;
}

/** Time to leave by itself before the process is killed. The editor gives an extension 5 s in all. */
const endDeadlineMs = 3_000;

/** Enough for thousands of documents; a leak ends the server instead of the machine. */
const heapMegabytes = 384;

/** Creates process and client; nothing runs yet. */
export function connectLanguageServer(setup: ServerSetup, events: ServerEvents): ServerConnection {
  let ending = false;
  const options = { ...clientOptions(setup), errorHandler: errorHandler(() => ending, events) };
  const client = new LanguageClient(
    settingsSection,
    'VPN Connection Language Server',
    serverOptions(setup.module),
    options,
  );
  const states = client.onDidChangeState(({ newState }) => {
    if (!ending) events.stateChanged(stateOf(newState));
  });
  onNotification(client, 'vpnconn/wantedResources', ({ places }) => {
    if (!ending) events.resourcesWanted(places);
  });
  return {
    start: () => client.start(),
    description: () => {
      const { name = 'unknown', version = '' } = client.initializeResult?.serverInfo ?? {};
      return `${name} ${version}`.trim();
    },
    end: async () => {
      ending = true;
      states.dispose();
      const process = client.serverProcess;
      await withDeadline(leave(client), endDeadlineMs, 'still there').catch(() => undefined);
      process?.kill('SIGKILL');
    },
    request: (method, params) => client.sendRequest(method, params),
    notify: (method, params) => {
      client.sendNotification(method, params).catch(() => undefined);
    },
    refreshCodeLenses: () => {
      const feature = client.getFeature(CodeLensRequest.method);
      const document = workspace.textDocuments.find((each) => each.languageId === languageId);
      if (document !== undefined) {
        feature.getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    },
  };
}

function onNotification<M extends keyof ServerNotifications>(
  client: LanguageClient,
  method: M,
  handler: (params: ServerNotifications[M]) => void,
): void {
  client.onNotification(method, handler);
}

/** The library cannot stop a client that is still starting, so that is waited for. */
async function leave(client: LanguageClient): Promise<void> {
  if (client.state === State.Starting) await client.start().catch(() => undefined);
  await client.dispose();
}

function serverOptions(module: string): ServerOptions {
  const options = {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    /** Read at each start. */
    get env() {
      return unsetForServer(process.env);
    },
  };
  return { module, transport: TransportKind.ipc, options };
}

function clientOptions(setup: ServerSetup): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    codeLens: true,
    triggerSuggest: true,
    storeSecret: true,
    liveResources: true,
  };
  const lines = (write: (line: string) => void) => (stream: Readable) => {
    createInterface({ input: stream }).on('line', write);
  };
  return {
    // No scheme: untitled files and virtual workspaces are files like any other.
    documentSelector: [{ language: languageId }],
    initializationOptions,
    // What other files did to a file behind its back is asked for when it is seen again.
    diagnosticPullOptions: { onChange: true, onFocus: true },
    outputChannel: setup.outputChannel,
    traceOutputChannel: setup.traceOutputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    stdioOptions: {
      stdout: lines(() => undefined),
      stderr: lines((line) => {
        const kept = serverErrorLine(line);
        if (kept !== undefined) setup.outputChannel.error(kept);
      }),
    },
    middleware: {
      provideCodeLenses: (document, token, next) =>
        setup.showsCodeLenses() ? next(document, token) : [],
    },
  };
}

/** Restarts a bounded number of times. The messages to the user are ours, so the library has none. */
function errorHandler(isEnding: () => boolean, events: ServerEvents): ErrorHandler {
  const policy = new RestartPolicy();
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      if (isEnding()) return { action: CloseAction.DoNotRestart, handled: true };
      if (policy.ended(Date.now()) === 'restart') {
        return { action: CloseAction.Restart, handled: true };
      }
      events.gaveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function stateOf(state: State): ServerState {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    case State.StartFailed:
      return 'failed';
    case State.Stopped:
      return 'stopped';
  }
}
