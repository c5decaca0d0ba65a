// The editor's encrypted storage. It cannot list its keys in every version that we support, so a
// list of the names (not the values) is kept beside them in the same storage.
import type { SecretStorage } from 'vscode';
import type { SecretLookup, SecretStore, SecretWrite } from '../../core/ports/ports';
import { parseNames } from './secretNames';

const namesKey = 'names';

const mostAttempts = 5;

/** Every failure of the storage becomes a value; nothing is ever kept anywhere else instead. */
export class EditorSecretStore implements SecretStore {
  readonly #storage: SecretStorage;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(storage: SecretStorage) {
    this.#storage = storage;
  }

  async get(key: string): Promise<SecretLookup> {
    try {
      const value = await this.#storage.get(key);
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
    } catch (error) {
      return { kind: 'unavailable', detail: describe(error) };
    }
  }

  store(key: string, value: string): Promise<SecretWrite> {
    return this.#inTurn(async () => {
      await this.#storage.store(key, value);
      // A locked keyring may take a value and lose it: only what can be read back is stored.
      if ((await this.#storage.get(key)) !== value) {
        return { kind: 'unavailable', detail: 'the stored value could not be read back' };
      }
      await this.#rename((names) => !names.has(key) && names.add(key).has(key));
      return { kind: 'done' };
    });
  }

  delete(key: string): Promise<SecretWrite> {
    return this.#inTurn(async () => {
      await this.#storage.delete(key);
      await this.#rename((names) => names.delete(key));
      return { kind: 'done' };
    });
  }

  async keys(): Promise<readonly string[]> {
    try {
      return [...(await this.#names())];
    } catch {
      return [];
    }
  }

  async #names(): Promise<Set<string>> {
    return new Set(parseNames(await this.#storage.get(namesKey)));
  }

  /** Until the list has it: another window may replace the list at the same time. */
  async #rename(change: (names: Set<string>) => boolean): Promise<void> {
    for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
      const names = await this.#names();
      if (!change(names)) return;
      await this.#storage.store(namesKey, JSON.stringify([...names]));
    }
  }

  /** One write at a time, so that no two of them work on the same list. */
  #inTurn(write: () => Promise<SecretWrite>): Promise<SecretWrite> {
    const turn = this.#lastWrite
      .then(write)
      .catch((error: unknown) => ({ kind: 'unavailable' as const, detail: describe(error) }));
    this.#lastWrite = turn;
    return turn;
  }
}

/** What the storage says of itself; it does not quote values. */
function describe(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown error';
}
