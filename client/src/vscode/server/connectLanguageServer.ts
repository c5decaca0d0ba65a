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
import {
  locateLiteralSecretMethod,
  prepareUpdateMethod,
  workspaceFilesMethod,
  writeUpdateMethod,
  type InitializationOptions,
  type LiteralSecretResult,
  type PrepareUpdateResult,
  type WrittenUpdate,
} from '../../../../server/src/protocol/messages';
import {
  liveResourcesMethod,
  wantedResourcesMethod,
  type WantedResourcesParams,
} from '../../../../server/src/protocol/liveResources';
import {
  liveConnectionMethod,
  planUpdateMethod,
  type PlanUpdateResult,
} from '../../../../server/src/protocol/plan';
import {
  documentPlacesMethod,
  type DocumentPlacesResult,
} from '../../../../server/src/protocol/batch';
import {
  connectionOfMethod,
  pullValuesMethod,
  type ConnectionOfResult,
  type PullValuesResult,
} from '../../../../server/src/protocol/pull';
import { languageId, settingsSection } from '../settingKeys';
import { RestartPolicy } from './restartPolicy';
import type { ServerConnection, ServerEvents, ServerState } from './serverConnection';
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
  client.onNotification(wantedResourcesMethod, ({ places }: WantedResourcesParams) => {
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
    prepareUpdate: (params) => client.sendRequest<PrepareUpdateResult>(prepareUpdateMethod, params),
    locateLiteralSecret: (params) =>
      client.sendRequest<LiteralSecretResult>(locateLiteralSecretMethod, params),
    writeUpdate: (draft) => client.sendRequest<WrittenUpdate>(writeUpdateMethod, draft),
    planUpdate: (params) => client.sendRequest<PlanUpdateResult>(planUpdateMethod, params),
    connectionOf: (params) => client.sendRequest<ConnectionOfResult>(connectionOfMethod, params),
    documentPlaces: (params) =>
      client.sendRequest<DocumentPlacesResult>(documentPlacesMethod, params),
    pullValues: (params) => client.sendRequest<PullValuesResult>(pullValuesMethod, params),
    tellLive: (params) => {
      client.sendNotification(liveConnectionMethod, params).catch(() => undefined);
    },
    tellResources: (params) => {
      client.sendNotification(liveResourcesMethod, params).catch(() => undefined);
    },
    tellFiles: (files) => {
      client.sendNotification(workspaceFilesMethod, files).catch(() => undefined);
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

/** The library cannot stop a client that is still starting, so that is waited for. */
async function leave(client: LanguageClient): Promise<void> {
  if (client.state === State.Starting) await client.start().catch(() => undefined);
  await client.dispose();
}

function serverOptions(module: string): ServerOptions {
  const options = { execArgv: [`--max-old-space-size=${heapMegabytes}`] };
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
