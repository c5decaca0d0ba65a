// Diagnostics by pull, and by push for clients that cannot pull.
import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { diagnostics, DiagnosticsMemo } from '../service';
import type { Documents, OpenFile } from './documents';
import type { StartTimer } from './runtime';

/** Pause after the last edit before diagnostics are pushed. Opening a file waits for nothing. */
export const pushDelayMilliseconds = 20;

/** Answers pulls. A file that is as it was, under settings as they were, costs nothing. */
export function diagnosticsPuller(): (
  file: OpenFile,
  params: DocumentDiagnosticParams,
) => DocumentDiagnosticReport {
  const memo = new DiagnosticsMemo();
  return ({ snapshot, uri, policy, resultId }, { previousResultId }) => {
    if (resultId === previousResultId) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: diagnostics(snapshot, uri, policy, memo) };
  };
}

/** Publishes diagnostics by itself: at once when a file is opened, after a short pause when it changes. */
export class DiagnosticsPusher {
  readonly #connection: MessageConnection;
  readonly #documents: Documents;
  readonly #startTimer: StartTimer;
  readonly #memo = new DiagnosticsMemo();
  readonly #pending = new Map<string, () => void>();

  constructor(connection: MessageConnection, documents: Documents, startTimer: StartTimer) {
    this.#connection = connection;
    this.#documents = documents;
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
    this.#send({
      uri,
      version: file.version,
      diagnostics: diagnostics(file.snapshot, uri, file.policy, this.#memo),
    });
  }

  #send(params: PublishDiagnosticsParams): void {
    void this.#connection.sendNotification('textDocument/publishDiagnostics', params);
  }
}
