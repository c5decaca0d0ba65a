// A language client for tests: starts the built server as a program and speaks to it over its streams.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type {
  Notifications,
  RequestParams,
  RequestResult,
  Requests,
} from '../../server/src/protocol/methods';
import { poll } from './poll';

/** How a test starts the server. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers what the server asks; called before the greeting. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** A client that pulls diagnostics, as VS Code does. */
export const pullingClient: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
  },
};

export class LspClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly process: ChildProcess;
  initialized!: InitializeResult;
  #version = 0;

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.process = process;
    this.connection = connection;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    connection.listen();
  }

  /** Starts `dist/server.js` (built by `npm run build`) and says nothing to it. */
  static launch({ prepare }: Pick<ClientOptions, 'prepare'> = {}): LspClient {
    const process = spawn('node', ['dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    prepare?.(connection);
    return new LspClient(process, connection);
  }

  /** Starts the server and greets it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = LspClient.launch(options);
    await client.greet(options);
    return client;
  }

  async greet({ capabilities = pullingClient, initializationOptions }: ClientOptions = {}) {
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      workspaceFolders: null,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Sends a custom request. */
  request<M extends keyof Requests>(
    method: M,
    params: RequestParams<M>,
  ): Promise<RequestResult<M>> {
    return this.connection.sendRequest(method, params);
  }

  /** Sends a custom notification. */
  notify<M extends keyof Notifications>(method: M, params: Notifications[M]): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string): Promise<void> {
    this.#version = 1;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'vpnconn', version: 1, text },
    });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    this.#version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: this.#version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }

  /** Waits until the last published diagnostics for `uri` are as `accept` wants them. */
  async publishedFor(
    uri: string,
    accept: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    return poll(`diagnostics of ${uri}`, () => {
      const last = this.published.filter((each) => each.uri === uri).at(-1);
      return last !== undefined && accept(last.diagnostics) ? last.diagnostics : undefined;
    });
  }

  /** Says good-bye as the protocol wants and returns the exit code of the server. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }
}
