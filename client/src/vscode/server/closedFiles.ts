// Hands the update files of the workspace that aren't open to the language server, which reads no files
// itself. The server ignores what is open: it knows the buffer. One batch is on its way at a time, and what
// waits are addresses and not texts, so neither process ever has a whole workspace in memory.
import type { WorkspaceFilesParams } from '../../../../server/src/protocol/messages';

/** Where files are found and read. Addresses are strings. */
export interface FileSource {
  /** All update files of the workspace. */
  find(): Promise<readonly string[]>;
  /** Size in bytes; nothing when it is gone, no regular file, too large, or when that can't be determined. */
  size(uri: string): Promise<number | undefined>;
  /** The text of a file; nothing when it can't be read. */
  read(uri: string): Promise<string | undefined>;
}

/** Sends one batch. Resolves when the server has worked through it; rejects when there is no server. */
export type SendFiles = (files: WorkspaceFilesParams) => Promise<void>;

/** Files of one batch. */
export const maxFilesInBatch = 25;

/** Bytes of one batch; a single file may have as many. */
export const maxBytesInBatch = 1 << 20;

/** Keeps the server up to date about them. */
export class ClosedFiles {
  readonly #source: FileSource;
  readonly #send: SendFiles;
  /** Files that the server has been given. */
  readonly #known = new Set<string>();
  /** Files that are to be read and sent. */
  readonly #waiting = new Set<string>();
  /** Files that the server is to forget. */
  readonly #gone = new Set<string>();
  #isOn = false;
  /** Grows with everything that makes a scan under way pointless. */
  #generation = 0;
  #handingOver: Promise<void> | undefined;

  constructor(source: FileSource, send: SendFiles) {
    this.#source = source;
    this.#send = send;
  }

  /** Hands over all files, also to a server that has just been started and knows none. */
  async scan(): Promise<void> {
    this.#isOn = true;
    const generation = ++this.#generation;
    const found = new Set(await this.#source.find());
    if (generation !== this.#generation) return;
    this.#forget([...this.#known].filter((uri) => !found.has(uri)));
    await this.#handOver(found);
  }

  /** Hands over files that are new, that have changed, or that have been closed. */
  async changed(uris: readonly string[]): Promise<void> {
    if (this.#isOn) await this.#handOver(uris);
  }

  /** Files are gone. */
  async removed(uris: readonly string[]): Promise<void> {
    this.#forget(uris);
    await this.#handOver();
  }

  /** A folder, or a file, is gone: so is everything in it. */
  async removedWithin(folder: string): Promise<void> {
    const prefix = `${folder.replace(/\/$/, '')}/`;
    const isWithin = (uri: string): boolean => uri === folder || uri.startsWith(prefix);
    await this.removed([...this.#known, ...this.#waiting].filter(isWithin));
  }

  /** Takes everything back until the next scan. */
  async stop(): Promise<void> {
    this.#isOn = false;
    this.#generation++;
    await this.removed([...this.#known, ...this.#waiting]);
  }

  #forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.#waiting.delete(uri);
      if (this.#known.delete(uri)) this.#gone.add(uri);
    }
  }

  /** Resolves when nothing waits any more. */
  async #handOver(uris: Iterable<string> = []): Promise<void> {
    for (const uri of uris) this.#waiting.add(uri);
    if (this.#isIdle()) return;
    this.#handingOver ??= this.#sendAll();
    await this.#handingOver;
  }

  #isIdle(): boolean {
    return this.#waiting.size + this.#gone.size === 0;
  }

  async #sendAll(): Promise<void> {
    try {
      while (!this.#isIdle()) await this.#sendOne();
    } finally {
      this.#handingOver = undefined;
    }
  }

  async #sendOne(): Promise<void> {
    const generation = this.#generation;
    const batch = await this.#nextBatch();
    if (batch.files.length + batch.removed.length === 0) return;
    try {
      await this.#send(batch);
    } catch {
      // Without a server there is nobody to tell. The scan for the next server hands over everything.
      if (generation !== this.#generation) return;
      this.#waiting.clear();
      this.#gone.clear();
    }
  }

  async #nextBatch(): Promise<WorkspaceFilesParams> {
    const uris = await this.#takeWaiting();
    for (const uri of uris) this.#known.add(uri);
    const texts = await Promise.all(uris.map((uri) => this.#source.read(uri)));
    // A file that was removed while it was read isn't known any more.
    const files = uris.flatMap((uri, index) => {
      const text = texts[index];
      return text === undefined || !this.#known.has(uri) ? [] : [{ uri, text }];
    });
    this.#forget(uris.filter((_, index) => texts[index] === undefined));
    const removed = [...this.#gone];
    this.#gone.clear();
    return { files, removed };
  }

  /** Takes as many of the waiting files as belong into one batch; what can't be read is forgotten. */
  async #takeWaiting(): Promise<readonly string[]> {
    const candidates = [...this.#waiting].slice(0, maxFilesInBatch);
    for (const uri of candidates) this.#waiting.delete(uri);
    const sizes = await Promise.all(candidates.map((uri) => this.#source.size(uri)));
    const taken: string[] = [];
    let bytes = 0;
    for (const [index, uri] of candidates.entries()) {
      const size = sizes[index];
      if (size === undefined) {
        this.#forget([uri]);
      } else if (taken.length > 0 && bytes + size > maxBytesInBatch) {
        this.#waiting.add(uri);
      } else {
        taken.push(uri);
        bytes += size;
      }
    }
    return taken;
  }
}
