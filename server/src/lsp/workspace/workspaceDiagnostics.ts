// Diagnostics of files that are not open. A question is held open until there is something new to
// say, so that a client which asks again and again costs nothing while nothing happens.
import type { CancellationToken } from 'vscode-jsonrpc';
import type {
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostics, type Snapshot } from '../../service';
import type { Settings } from '../settings';
import type { Workspace } from './workspace';

/** How many files one answer speaks of; the client asks again at once, or soon. */
export const filesInAnswer = 500;

/** Result ID of a file that has nothing to show. */
const clean = 'clean';

/** Stands for what a client still shows of a file that was open, which may be anything. */
const unknown = '';

interface Question {
  readonly params: WorkspaceDiagnosticParams;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
}

/** The reports on files that are not open, for one client. */
export class WorkspaceDiagnostics {
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  readonly #isOpen: (uri: string) => boolean;
  /** Numbers the versions of the files: texts that are handed over have none. */
  readonly #versions = new WeakMap<Snapshot, number>();
  /**
   * Files that were open. A client may leave what it showed of them until a report says otherwise, also
   * when the file is gone from the disk or never was there (the other side of a comparison).
   */
  readonly #left = new Set<string>();
  #version = 0;
  #question: Question | undefined;

  constructor(workspace: Workspace, settings: Settings, isOpen: (uri: string) => boolean) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#isOpen = isOpen;
  }

  /** Answers as soon as there is something new; the question before is answered with nothing. */
  ask(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    this.#question?.answer({ items: [] });
    return new Promise((resolve) => {
      const question: Question = {
        params,
        answer: (report) => {
          if (this.#question === question) this.#question = undefined;
          resolve(report);
        },
      };
      this.#question = question;
      token.onCancellationRequested(() => question.answer({ items: [] }));
      this.news();
    });
  }

  /** Says what is to be shown of a file that is open no longer. */
  left(uri: string): void {
    this.#left.add(uri);
    this.news();
  }

  /** Looks whether there is something to say, if somebody asked. */
  news(): void {
    const question = this.#question;
    if (question === undefined) return;
    const items = this.#newsFor(question.params);
    if (items.length > 0) question.answer({ items });
  }

  #newsFor({ previousResultIds }: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const uri of this.#left) {
      if (this.#isOpen(uri)) this.#left.delete(uri);
      else previous.set(uri, unknown);
    }
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const files = this.#workspace.closedFiles();
    for (const [uri, snapshot] of files) {
      if (items.length === filesInAnswer) return items;
      const report = this.#report(uri, snapshot, previous.get(uri));
      if (report === undefined) continue;
      items.push(report);
      this.#left.delete(uri);
    }
    for (const [uri, resultId] of previous) {
      const isGone = !files.has(uri) && !this.#isOpen(uri);
      if (!isGone || resultId === clean) continue;
      items.push({ kind: 'full', uri, version: null, resultId: clean, items: [] });
      this.#left.delete(uri);
    }
    return items;
  }

  #report(
    uri: string,
    snapshot: Snapshot,
    previous = clean,
  ): WorkspaceDocumentDiagnosticReport | undefined {
    const { problems, revision } = this.#workspace.of(uri);
    const { policy, revision: settings } = this.#settings.of(uri);
    const current = `${this.#versionOf(snapshot)}.${settings}.${revision}`;
    if (previous === current) return undefined;
    const items = diagnostics(snapshot, uri, policy, undefined, problems);
    const resultId = items.length === 0 ? clean : current;
    return previous === resultId
      ? undefined
      : { kind: 'full', uri, version: null, resultId, items };
  }

  #versionOf(snapshot: Snapshot): number {
    const version = this.#versions.get(snapshot) ?? ++this.#version;
    this.#versions.set(snapshot, version);
    return version;
  }
}
