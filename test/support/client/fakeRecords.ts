// Records in a map. Several clients can share one: that is what two windows do.
import type { RecordFolder, RecordStore } from '../../../client/src/core/ports/lastingPorts';

export interface FakeRecords extends RecordStore {
  /** By `folder/name`. */
  readonly texts: Map<string, string>;
  /** From now on nothing can be written. */
  fill(): void;
}

export function fakeRecords(): FakeRecords {
  const texts = new Map<string, string>();
  let full = false;
  const key = (folder: RecordFolder, name: string) => `${folder}/${name}`;
  const unavailable = { kind: 'unavailable', detail: 'disk is full' } as const;
  return {
    texts,
    fill: () => {
      full = true;
    },
    list: async (folder) =>
      [...texts.keys()]
        .filter((each) => each.startsWith(`${folder}/`))
        .map((each) => each.slice(folder.length + 1)),
    read: async (folder, name) => texts.get(key(folder, name)),
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
    delete: async (folder, name) => {
      texts.delete(key(folder, name));
    },
  };
}
