// The records that all windows share, on a disk that can be slow, full, locked, and torn by a crash.
import type {
  RecordCreated,
  RecordDeleted,
  RecordFolder,
  RecordList,
  RecordRead,
  RecordRenamed,
  RecordStore,
  RecordWritten,
} from '../../client/src/core/ports/records';
import type { Unavailable } from '../../client/src/core/ports/unavailable';
import type { History } from './history';
import type { Owner, Timeline } from './timeline';

/** A period in which operations fail. */
export interface DiskFault {
  readonly operations: 'reads' | 'writes' | 'all';
  readonly code: string;
  /** In virtual time. */
  readonly until: number;
  /** The share of operations that fail. */
  readonly share: number;
}

/** Hears of every change, after it was made. */
export type RecordListener = (
  folder: RecordFolder,
  name: string,
  text: string,
  owner: Owner,
) => void;

/** What the disk needs. */
export interface DiskOptions {
  readonly timeline: Timeline;
  readonly history: History;
  /** The longest delay of an operation, in milliseconds. */
  readonly diskMs: number;
  readonly hasLinks: boolean;
  readonly onWritten: RecordListener;
}

/** One disk. */
export class Disk {
  readonly texts = new Map<string, string>();
  readonly #options: DiskOptions;
  #faults: DiskFault[] = [];
  #slow = { byMs: 0, until: 0 };
  /** The last moment at which writing failed. */
  lastFailedWrite = Number.NEGATIVE_INFINITY;

  constructor(options: DiskOptions) {
    this.#options = options;
  }

  /** Operations fail for a while. */
  fail(fault: DiskFault): void {
    this.#faults.push(fault);
  }

  /** Operations take longer for a while. */
  slowDown(byMs: number, until: number): void {
    this.#slow = { byMs, until };
  }

  /** No more faults. */
  heal(): void {
    this.#faults = [];
    this.#slow = { byMs: 0, until: 0 };
  }

  /** The store as one window sees it. `called` is told of each operation before it is made. */
  storeFor(owner: Owner, called: () => void): RecordStore {
    const operate = <T>(what: string, effect: () => T): Promise<T> => {
      called();
      return this.#operate(owner, what, effect);
    };
    return {
      list: (folder) => operate(`list ${folder}`, () => this.#list(folder)),
      read: (folder, name) => operate(`read ${folder}/${name}`, () => this.#read(folder, name)),
      create: async (folder, name, text) => {
        const created = await operate(`create ${folder}/${name}`, () =>
          this.#create(owner, folder, name, text),
        );
        return created === 'begun'
          ? operate(`fill ${folder}/${name}`, () => this.#fill(owner, folder, name, text))
          : created;
      },
      write: (folder, name, text) =>
        operate(`write ${folder}/${name}`, () => this.#write(owner, folder, name, text)),
      rename: (folder, from, to) =>
        operate(`rename ${folder}/${from} to ${to}`, () => this.#rename(owner, folder, from, to)),
      delete: (folder, name) =>
        operate(`delete ${folder}/${name}`, () => this.#delete(folder, name)),
    };
  }

  async #operate<T>(owner: Owner, what: string, effect: () => T): Promise<T> {
    const { timeline, history, diskMs } = this.#options;
    const slow = timeline.now < this.#slow.until ? this.#slow.byMs : 0;
    return timeline.call(owner, diskMs + slow, () => {
      const result = effect();
      if (!isRoutine(what, result)) history.note(owner.label, () => `${what}: ${shown(result)}`);
      return result;
    });
  }

  #list(folder: RecordFolder): RecordList {
    const code = this.#failure('reads');
    if (code !== undefined) return { kind: 'unreadable', detail: code };
    const names: string[] = [];
    for (const key of this.texts.keys()) {
      if (key.startsWith(`${folder}/`)) names.push(key.slice(folder.length + 1));
    }
    return { kind: 'listed', names };
  }

  #read(folder: RecordFolder, name: string): RecordRead {
    const code = this.#failure('reads');
    if (code !== undefined) return { kind: 'unreadable', detail: code };
    const text = this.texts.get(`${folder}/${name}`);
    return text === undefined ? { kind: 'absent' } : { kind: 'found', text };
  }

  #create(owner: Owner, folder: RecordFolder, name: string, text: string): RecordCreated | 'begun' {
    const code = this.#failure('writes');
    if (code !== undefined) return unavailable(code);
    if (this.texts.has(`${folder}/${name}`)) return 'exists';
    if (!this.#options.hasLinks && text !== '') {
      // A crash until the text is whole leaves this behind.
      const { random } = this.#options.timeline;
      this.texts.set(`${folder}/${name}`, text.slice(0, random.int(0, text.length - 1)));
      return 'begun';
    }
    this.#set(owner, folder, name, text);
    return 'created';
  }

  /** Without hard links a record gets its text after its name. */
  #fill(owner: Owner, folder: RecordFolder, name: string, text: string): RecordCreated {
    const code = this.#failure('writes');
    if (code !== undefined) {
      this.texts.delete(`${folder}/${name}`);
      return unavailable(code);
    }
    this.#set(owner, folder, name, text);
    return 'created';
  }

  #write(owner: Owner, folder: RecordFolder, name: string, text: string): RecordWritten {
    const code = this.#failure('writes');
    if (code !== undefined) return unavailable(code);
    this.#set(owner, folder, name, text);
    return 'written';
  }

  #rename(owner: Owner, folder: RecordFolder, from: string, to: string): RecordRenamed {
    // Renaming needs no space.
    const code = this.#failure('renames');
    if (code !== undefined) return unavailable(code);
    const text = this.texts.get(`${folder}/${from}`);
    if (text === undefined) return 'absent';
    this.texts.delete(`${folder}/${from}`);
    this.#set(owner, folder, to, text);
    return 'renamed';
  }

  #delete(folder: RecordFolder, name: string): RecordDeleted {
    const code = this.#failure('renames');
    if (code !== undefined) return unavailable(code);
    this.texts.delete(`${folder}/${name}`);
    return 'deleted';
  }

  #set(owner: Owner, folder: RecordFolder, name: string, text: string): void {
    this.texts.set(`${folder}/${name}`, text);
    this.#options.onWritten(folder, name, text, owner);
  }

  #failure(operation: 'reads' | 'writes' | 'renames'): string | undefined {
    if (this.#faults.length === 0) return undefined;
    const { now, random } = this.#options.timeline;
    this.#faults = this.#faults.filter(({ until }) => now < until);
    const kind = operation === 'renames' ? 'writes' : operation;
    const fault = this.#faults.find(
      ({ operations, code, share }) =>
        (operations === 'all' || operations === kind) &&
        !(code === 'ENOSPC' && operation !== 'writes') &&
        random.chance(share),
    );
    if (fault !== undefined && kind === 'writes') this.lastFailedWrite = now;
    return fault?.code;
  }
}

function unavailable(detail: string): Unavailable {
  return { kind: 'unavailable', detail };
}

/** What happens several times a second and always succeeds isn't worth a line. */
function isRoutine(what: string, result: unknown): boolean {
  const succeeded =
    typeof result !== 'object' || (result as { kind: string }).kind !== 'unreadable';
  return succeeded && /^(?:list|read) /.test(what);
}

function shown(result: unknown): string {
  return typeof result === 'string' ? result : JSON.stringify(result).slice(0, 120);
}
