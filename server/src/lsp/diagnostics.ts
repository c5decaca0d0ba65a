// Diagnostics by pull, and by push for clients that cannot pull.
import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { diagnostics } from '../service';
import type { Documents, OpenFile } from './documents';
import type { StartTimer } from './runtime';
import type { Workspace } from './workspace/workspace';

/** Pause after the last edit before diagnostics are pushed. Opening a file waits for nothing. */
export const pushDelayMilliseconds = 20;

/** Answers pulls. A file that is as it was, under settings as they were, costs nothing. */
export function diagnosticsPuller(
  workspace: Workspace,
): (file: OpenFile, params: DocumentDiagnosticParams) => DocumentDiagnosticReport {
  return (file, { previousResultId }) => {
    const { snapshot, uri, policy, memo } = file;
    const { problems, revision } = workspace.ofOpen(file);
    const resultId = `${file.resultId}.${revision}`;
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: diagnostics(snapshot, uri, policy, memo, problems) };
  };
}

/** Publishes diagnostics by itself: at once when a file is opened, after a short pause when it changes. */
export class DiagnosticsPusher {
  readonly #connection: MessageConnection;
  readonly #documents: Documents;
  readonly #workspace: Workspace;
  readonly #startTimer: StartTimer;
  readonly #pending = new Map<string, () => void>();

  constructor(
    connection: MessageConnection,
    documents: Documents,
    workspace: Workspace,
    startTimer: StartTimer,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#workspace = workspace;
    this.#startTimer = startTimer;
  }

  opened(uri: string): void {
    this.#publish(uri);
  }

  changed(uri: string): void {
    this.#pending.get(uri)?.();
    this.#pending.set(
      uri,
      this.#startTimer(pushDelayMilliseconds, () => this.#publish(uri)),
    );
  }

  closed(uri: string): void {
    this.#pending.get(uri)?.();
    this.#pending.delete(uri);
    this.#send({ uri, diagnostics: [] });
  }

  #publish(uri: string): void {
    this.#pending.delete(uri);
    const file = this.#documents.get(uri);
    if (file === undefined) return;
    const { snapshot, policy, memo, version } = file;
    const { problems } = this.#workspace.ofOpen(file);
    const found = diagnostics(snapshot, uri, policy, memo, problems);
    this.#send({ uri, version, diagnostics: found });
  }

  #send(params: PublishDiagnosticsParams): void {
    void this.#connection.sendNotification('textDocument/publishDiagnostics', params);
  }
}
