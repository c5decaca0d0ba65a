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
  /** Result IDs of what the client shows, by file. */
  readonly previous: ReadonlyMap<string, string>;
  readonly answer: (report: WorkspaceDiagnosticReport) => void;
}

/** What was found in a snapshot, so that a file without problems is looked at once. */
interface Result {
  /** The number of the version: texts that are handed over have none. */
  readonly version: number;
  /** Everything that the diagnostics depend on. */
  readonly state: string;
  readonly resultId: string;
}

/** The reports on files that are not open, for one client. */
export class WorkspaceDiagnostics {
  readonly #workspace: Pick<Workspace, 'closedFiles' | 'of'>;
  readonly #settings: Pick<Settings, 'of'>;
  readonly #isOpen: (uri: string) => boolean;
  readonly #results = new WeakMap<Snapshot, Result>();
  /**
   * Files that were open. A client may leave what it showed of them until a report says otherwise, also
   * when the file is gone from the disk or never was there (the other side of a comparison).
   */
  readonly #left = new Set<string>();
  #version = 0;
  #question: Question | undefined;

  constructor(
    workspace: Pick<Workspace, 'closedFiles' | 'of'>,
    settings: Pick<Settings, 'of'>,
    isOpen: (uri: string) => boolean,
  ) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#isOpen = isOpen;
  }

  /** Answers as soon as there is something new; the question before is answered with nothing. */
  ask(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    this.#question?.answer({ items: [] });
    return new Promise((resolve) => {
      const question: Question = {
        previous: new Map(previousResultIds.map(({ uri, value }) => [uri, value])),
        answer: (report) => {
          if (this.#question === question) this.#question = undefined;
          resolve(report);
        },
      };
      this.#question = question;
      token.onCancellationRequested(() => question.answer({ items: [] }));
      const files = this.#workspace.closedFiles().keys();
      this.news(new Set([...files, ...question.previous.keys(), ...this.#left]));
    });
  }

  /** Says what is to be shown of a file that is open no longer. */
  left(uri: string): void {
    this.#left.add(uri);
    this.news([uri]);
  }

  /** Looks whether there is something to say of these files, if somebody asked. */
  news(uris: Iterable<string>): void {
    const question = this.#question;
    if (question === undefined) return;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      const report = this.#report(uri, question.previous.get(uri));
      if (report === undefined) continue;
      this.#left.delete(uri);
      if (items.push(report) === filesInAnswer) break;
    }
    if (items.length > 0) question.answer({ items });
  }

  #report(uri: string, previous = clean): WorkspaceDocumentDiagnosticReport | undefined {
    if (this.#isOpen(uri)) {
      this.#left.delete(uri);
      return undefined;
    }
    const shown = this.#left.has(uri) ? unknown : previous;
    const snapshot = this.#workspace.closedFiles().get(uri);
    if (snapshot === undefined)
      return shown === clean
        ? undefined
        : { kind: 'full', uri, version: null, resultId: clean, items: [] };
    const { problems, revision } = this.#workspace.of(uri);
    const { policy, revision: settings } = this.#settings.of(uri);
    const known = this.#results.get(snapshot);
    const state = `${settings}.${revision}`;
    if (known?.state === state && known.resultId === shown) return undefined;
    const items = diagnostics(snapshot, uri, policy, undefined, problems);
    const version = known?.version ?? ++this.#version;
    const resultId = items.length === 0 ? clean : `${version}.${state}`;
    this.#results.set(snapshot, { version, state, resultId });
    return shown === resultId ? undefined : { kind: 'full', uri, version: null, resultId, items };
  }
}
