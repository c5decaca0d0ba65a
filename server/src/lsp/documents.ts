// The open files with their snapshots. A snapshot is made when somebody asks for it, from the one
// before, so that a burst of edits costs one analysis.
import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot, type Snapshot } from '../service';

/** One version of an open file. */
export interface OpenFile {
  readonly uri: string;
  readonly version: number;
  readonly snapshot: Snapshot;
}

export interface DocumentsListener {
  opened(uri: string): void;
  changed(uri: string): void;
  closed(uri: string): void;
}

/** The open files of one connection. */
export class Documents {
  readonly #texts = new TextDocuments(TextDocument);
  readonly #snapshots = new Map<
    string,
    { readonly version: number; readonly snapshot: Snapshot }
  >();

  /** Follows the open, change and close notifications of `connection`. */
  listen(connection: Connection, listener: DocumentsListener): void {
    this.#texts.onDidOpen(({ document }) => listener.opened(document.uri));
    this.#texts.onDidChangeContent(({ document }) => {
      // The library reports a file that was just opened as changed, too.
      if (this.#snapshots.get(document.uri)?.version !== document.version)
        listener.changed(document.uri);
    });
    this.#texts.onDidClose(({ document }) => {
      this.#snapshots.delete(document.uri);
      listener.closed(document.uri);
    });
    this.#texts.listen(connection);
  }

  /** The present version of a file; nothing when it is not open. */
  get(uri: string): OpenFile | undefined {
    const text = this.#texts.get(uri);
    if (text === undefined) return undefined;
    const known = this.#snapshots.get(uri);
    if (known?.version === text.version) return { uri, ...known };
    const current = {
      version: text.version,
      snapshot: createSnapshot(text.getText(), known?.snapshot),
    };
    this.#snapshots.set(uri, current);
    return { uri, ...current };
  }

  /** The addresses of all open files. */
  uris(): readonly string[] {
    return this.#texts.keys();
  }
}
