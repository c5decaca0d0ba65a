// The open files with their snapshots. A snapshot is made when somebody asks for it, from the one
// before, so that a burst of edits costs one analysis.
import type { MessageConnection } from 'vscode-jsonrpc';
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import {
  changeFileText,
  DiagnosticsMemo,
  readFileText,
  snapshotOf,
  type FileText,
  type HintKind,
  type LinkScope,
  type Policy,
  type Snapshot,
} from '../service';
import type { LiveConnections } from './liveConnections';
import { malformedParameter } from './parameters';
import type { Settings } from './settings';

/** One version of an open file. */
export interface OpenFile {
  readonly uri: string;
  readonly version: number;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly hints: ReadonlySet<HintKind>;
  readonly links: LinkScope;
  /** What was made of the problems of earlier versions. */
  readonly memo: DiagnosticsMemo;
  /** Changes with the text and with the settings: says whether a report is still current. */
  readonly resultId: string;
}

/** The text of an open file, and what lives as long as the file is open. */
interface OpenText {
  readonly version: number;
  /** Another one for each text: not all clients count versions, and some open a file twice. */
  readonly edition: number;
  readonly text: FileText;
  readonly memo: DiagnosticsMemo;
}

/** Who wants to know what happens to files, beside those who ask for them. */
export interface DocumentsListener {
  opened(uri: string): void;
  changed(uri: string): void;
  closed(uri: string): void;
}

/** The open files of one connection. */
export class Documents {
  readonly #settings: Settings;
  readonly #live: LiveConnections;
  readonly #texts = new Map<string, OpenText>();
  readonly #snapshots = new Map<string, { readonly text: FileText; readonly snapshot: Snapshot }>();
  #firstUse: ((uri: string, snapshot: Snapshot) => void) | undefined;
  #edition = 0;

  constructor(settings: Settings, live: LiveConnections) {
    this.#settings = settings;
    this.#live = live;
  }

  /** Follows the open, change and close notifications of `connection`. */
  listen(connection: MessageConnection, listeners: readonly Partial<DocumentsListener>[]): void {
    // Nobody can be told about a malformed notification, so it is passed over.
    const on = <Params>(method: string, handle: (params: Params) => void): void => {
      connection.onNotification(method, (params: Params) => {
        if (malformedParameter(method, params) === undefined) handle(params);
      });
    };
    on('textDocument/didOpen', (params: DidOpenTextDocumentParams) => {
      const { uri, version, text } = params.textDocument;
      this.#snapshots.delete(uri);
      this.#texts.set(uri, {
        version,
        edition: ++this.#edition,
        text: readFileText(text),
        memo: new DiagnosticsMemo(),
      });
      for (const listener of listeners) listener.opened?.(uri);
    });
    on('textDocument/didChange', (params: DidChangeTextDocumentParams) => {
      const { uri, version } = params.textDocument;
      const old = this.#texts.get(uri);
      if (old === undefined) return;
      this.#texts.set(uri, {
        ...old,
        version,
        edition: ++this.#edition,
        text: changeFileText(old.text, params.contentChanges),
      });
      for (const listener of listeners) listener.changed?.(uri);
    });
    on('textDocument/didClose', (params: DidCloseTextDocumentParams) => {
      const { uri } = params.textDocument;
      this.#texts.delete(uri);
      this.#snapshots.delete(uri);
      for (const listener of listeners) listener.closed?.(uri);
    });
  }

  /** Calls `use` with the first snapshot of each file that is opened. */
  onFirstUse(use: (uri: string, snapshot: Snapshot) => void): void {
    this.#firstUse = use;
  }

  /** The files that are open. */
  uris(): readonly string[] {
    return [...this.#texts.keys()];
  }

  /** Whether a file is open. */
  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  /** The present version of a file; nothing when it is not open. */
  get(uri: string): OpenFile | undefined {
    const current = this.#texts.get(uri);
    if (current === undefined) return undefined;
    const { version, edition, text, memo } = current;
    const { policy, revision, hints, links } = this.#settings.of(uri);
    const snapshot = this.#snapshotOf(uri, text);
    return {
      uri,
      version,
      snapshot,
      policy,
      hints,
      links,
      memo,
      resultId: `${edition}.${revision}.${this.#live.revision}`,
    };
  }

  #snapshotOf(uri: string, text: FileText): Snapshot {
    const known = this.#snapshots.get(uri);
    const live = this.#live.lookup;
    if (known?.text === text && known.snapshot.live === live) return known.snapshot;
    const snapshot = snapshotOf(text, known?.snapshot, live);
    this.#snapshots.set(uri, { text, snapshot });
    if (known === undefined) this.#firstUse?.(uri, snapshot);
    return snapshot;
  }
}
