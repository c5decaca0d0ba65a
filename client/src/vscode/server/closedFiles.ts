// Hands the update files of the workspace that are not open to the language server, which reads no
// files itself. The server leaves out what is open: it knows the buffer.
import type { WorkspaceFilesParams } from '../../../../server/src/protocol/messages';

/** Where files are found and read. Addresses are texts. */
export interface FileSource {
  /** All update files of the workspace. */
  find(): Promise<readonly string[]>;
  /** The text of a file; nothing when it is gone, too large or cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** So many files are read at a time and told in one message: a workspace may have thousands. */
export const filesInBatch = 25;

/** Keeps the server up to date about them. */
export class ClosedFiles {
  readonly #source: FileSource;
  readonly #tell: (files: WorkspaceFilesParams) => void;
  readonly #known = new Set<string>();
  #isOn = false;
  /** Grows with everything that makes a scan under way pointless. */
  #generation = 0;

  constructor(source: FileSource, tell: (files: WorkspaceFilesParams) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  /** Hands over all files, also to a server that has just been started and knows none. */
  async scan(): Promise<void> {
    this.#isOn = true;
    const generation = ++this.#generation;
    const found = new Set(await this.#source.find());
    if (generation !== this.#generation) return;
    const gone = [...this.#known].filter((uri) => !found.has(uri));
    if (gone.length > 0) this.removed(gone);
    const all = [...found];
    for (let start = 0; start < all.length; start += filesInBatch) {
      await this.#handOver(all.slice(start, start + filesInBatch), generation);
      if (generation !== this.#generation) return;
    }
  }

  /** Hands over files that are new, that have changed, or that have been closed. */
  async changed(uris: readonly string[]): Promise<void> {
    if (this.#isOn) await this.#handOver(uris, this.#generation);
  }

  /** Files are gone. */
  removed(uris: readonly string[]): void {
    const removed = uris.filter((uri) => this.#known.delete(uri));
    if (removed.length > 0) this.#tell({ files: [], removed });
  }

  /** A folder, or a file, is gone: so is everything in it. */
  removedWithin(folder: string): void {
    const prefix = `${folder.replace(/\/$/, '')}/`;
    this.removed([...this.#known].filter((uri) => uri === folder || uri.startsWith(prefix)));
  }

  /** Takes everything back until the next scan. */
  stop(): void {
    this.#isOn = false;
    this.#generation++;
    this.removed([...this.#known]);
  }

  async #handOver(uris: readonly string[], generation: number): Promise<void> {
    const texts = await Promise.all(
      uris.map(async (uri) => ({ uri, text: await this.#source.read(uri) })),
    );
    if (generation !== this.#generation) return;
    const files = texts.flatMap(({ uri, text }) => (text === undefined ? [] : [{ uri, text }]));
    const unreadable = texts.flatMap(({ uri, text }) => (text === undefined ? [uri] : []));
    for (const { uri } of files) this.#known.add(uri);
    const removed = unreadable.filter((uri) => this.#known.delete(uri));
    if (files.length + removed.length > 0) this.#tell({ files, removed });
  }
}
