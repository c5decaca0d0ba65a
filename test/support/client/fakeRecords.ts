// Records in a map. Several clients can share one: that is what several editor windows do.
import type { RecordFolder, RecordStore } from '../../../client/src/core/ports/records';

export interface FakeRecords extends RecordStore {
  /** By `folder/name`. */
  readonly texts: Map<string, string>;
  /** From now on nothing can be written, renamed or deleted; with `again`, it can. */
  fill(): void;
  again(): void;
  /** Reading the names that match fails so many times, with an error that isn't "no such file". */
  failReads(name: RegExp, times: number): void;
}

export function fakeRecords(): FakeRecords {
  const texts = new Map<string, string>();
  let full = false;
  let failing: { readonly name: RegExp; times: number } | undefined;
  const key = (folder: RecordFolder, name: string) => `${folder}/${name}`;
  const unavailable = { kind: 'unavailable', detail: 'ENOSPC' } as const;
  const unreadable = { kind: 'unreadable', detail: 'EMFILE' } as const;
  return {
    texts,
    fill: () => {
      full = true;
    },
    again: () => {
      full = false;
    },
    failReads: (name, times) => {
      failing = { name, times };
    },
    list: async (folder) => ({
      kind: 'listed',
      names: [...texts.keys()]
        .filter((each) => each.startsWith(`${folder}/`))
        .map((each) => each.slice(folder.length + 1)),
    }),
    read: async (folder, name) => {
      if (failing !== undefined && failing.times > 0 && failing.name.test(key(folder, name))) {
        failing.times -= 1;
        return unreadable;
      }
      const text = texts.get(key(folder, name));
      return text === undefined ? { kind: 'absent' } : { kind: 'found', text };
    },
    create: async (folder, name, text) => {
      if (full) return unavailable;
      if (texts.has(key(folder, name))) return 'exists';
      texts.set(key(folder, name), text);
      return 'created';
    },
    write: async (folder, name, text) => {
      if (full) return unavailable;
      texts.set(key(folder, name), text);
      return 'written';
    },
    rename: async (folder, from, to) => {
      if (full) return unavailable;
      const text = texts.get(key(folder, from));
      if (text === undefined) return 'absent';
      texts.delete(key(folder, from));
      texts.set(key(folder, to), text);
      return 'renamed';
    },
    delete: async (folder, name) => {
      if (full) return unavailable;
      texts.delete(key(folder, name));
      return 'deleted';
    },
  };
}
