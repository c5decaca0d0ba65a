// A secret storage in a map, which can be locked.
import type { SecretStore } from '../../../client/src/core/ports/ports';

export interface FakeSecretStore extends SecretStore {
  readonly values: ReadonlyMap<string, string>;
  /** From now on every call says that the storage is unavailable. */
  lock(): void;
  unlock(): void;
}

export function fakeSecretStore(initial: Readonly<Record<string, string>> = {}): FakeSecretStore {
  const values = new Map(Object.entries(initial));
  let locked = false;
  const unavailable = { kind: 'unavailable', detail: 'keyring is locked' } as const;
  return {
    values,
    lock: () => {
      locked = true;
    },
    unlock: () => {
      locked = false;
    },
    get: (key) => {
      const value = values.get(key);
      if (locked) {
        return Promise.resolve(unavailable);
      }
      return Promise.resolve(
        value === undefined ? { kind: 'absent' as const } : { kind: 'found' as const, value },
      );
    },
    store: (key, value) => {
      if (!locked) {
        values.set(key, value);
      }
      return Promise.resolve(locked ? unavailable : { kind: 'done' as const });
    },
    delete: (key) => {
      if (!locked) {
        values.delete(key);
      }
      return Promise.resolve(locked ? unavailable : { kind: 'done' as const });
    },
    keys: () => Promise.resolve(locked ? [] : [...values.keys()]),
  };
}
