// A record store whose operations fail as a test says, and that counts them.
import type { RecordFolder, RecordStore } from '../../../client/src/core/ports/records';

export type RecordOperation = keyof RecordStore;

export interface FailingRecords extends RecordStore {
  /** The error of an operation on `folder/name` (`folder/` for a list), such as `ENOSPC`. */
  fault: (operation: RecordOperation, key: string) => string | undefined;
  /** How often each operation was called. */
  readonly calls: Record<RecordOperation, number>;
}

/** Puts faults in front of `store`. */
export function failingRecords(store: RecordStore): FailingRecords {
  const calls = { list: 0, read: 0, create: 0, write: 0, rename: 0, delete: 0 };
  const failing: FailingRecords = {
    fault: () => undefined,
    calls,
    list: async (folder) => {
      const detail = note('list', folder, '');
      return detail === undefined ? store.list(folder) : { kind: 'unreadable', detail };
    },
    read: async (folder, name) => {
      const detail = note('read', folder, name);
      return detail === undefined ? store.read(folder, name) : { kind: 'unreadable', detail };
    },
    create: async (folder, name, text) => {
      const detail = note('create', folder, name);
      return detail === undefined ? store.create(folder, name, text) : unavailable(detail);
    },
    write: async (folder, name, text) => {
      const detail = note('write', folder, name);
      return detail === undefined ? store.write(folder, name, text) : unavailable(detail);
    },
    rename: async (folder, from, to) => {
      const detail = note('rename', folder, from);
      return detail === undefined ? store.rename(folder, from, to) : unavailable(detail);
    },
    delete: async (folder, name) => {
      const detail = note('delete', folder, name);
      return detail === undefined ? store.delete(folder, name) : unavailable(detail);
    },
  };
  const note = (operation: RecordOperation, folder: RecordFolder, name: string) => {
    calls[operation] += 1;
    return failing.fault(operation, `${folder}/${name}`);
  };
  return failing;
}

/** A disk without space: what needs none still works. */
export function fullDisk(operation: RecordOperation): string | undefined {
  return operation === 'create' || operation === 'write' ? 'ENOSPC' : undefined;
}

/** A file system that became read-only. */
export function readOnlyDisk(operation: RecordOperation): string | undefined {
  return operation === 'list' || operation === 'read' ? undefined : 'EROFS';
}

function unavailable(detail: string) {
  return { kind: 'unavailable', detail } as const;
}
