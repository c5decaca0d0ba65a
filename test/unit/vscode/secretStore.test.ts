// The secret storage: whatever the keyring does, a value is stored there or nowhere.
import { describe, expect, test } from 'vitest';
import type { SecretStorage } from 'vscode';
import { EditorSecretStore } from '../../../client/src/vscode/ports/secretStore';

/** The editor's storage in a map, with ways to go wrong. */
function storage(wrong: Partial<Pick<SecretStorage, 'get' | 'store' | 'delete'>> = {}) {
  const values = new Map<string, string>();
  const whole: SecretStorage = {
    get: (key) => Promise.resolve(values.get(key)),
    store: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
    onDidChange: () => Object.create({ dispose: () => undefined }),
    ...wrong,
  };
  // The second is that of another editor window.
  return { values, store: new EditorSecretStore(whole), other: new EditorSecretStore(whole) };
}

const fail = (): Promise<never> => Promise.reject(new Error('no keyring'));
const unavailable = { kind: 'unavailable', detail: 'no keyring' };

describe('the secret store', () => {
  test('stores, finds, lists and deletes', async () => {
    const { store } = storage();
    expect(await store.get('value:a')).toEqual({ kind: 'absent' });
    expect(await store.store('value:a', 'x y')).toEqual({ kind: 'done' });
    expect(await store.store('value:b', '')).toEqual({ kind: 'done' });
    expect(await store.get('value:a')).toEqual({ kind: 'found', value: 'x y' });
    expect(await store.keys()).toEqual(['value:a', 'value:b']);
    expect(await store.delete('value:a')).toEqual({ kind: 'done' });
    expect(await store.get('value:a')).toEqual({ kind: 'absent' });
    expect(await store.keys()).toEqual(['value:b']);
  });

  test('deletes what is not there', async () => {
    const { store } = storage();
    expect(await store.delete('value:a')).toEqual({ kind: 'done' });
  });

  test('lists every key when many are stored at once', async () => {
    const { store } = storage();
    const keys = Array.from({ length: 20 }, (_, index) => `value:${index}`);
    await Promise.all(keys.map((key) => store.store(key, 'x')));
    expect(await store.keys()).toEqual(keys);
  });

  test('lists every key when two windows store at once', async () => {
    const { store, other } = storage();
    await Promise.all([store.store('value:a', 'x'), other.store('value:b', 'y')]);
    expect([...(await store.keys())].sort()).toEqual(['value:a', 'value:b']);
  });

  test('keeps names only in its list', async () => {
    const { store, values } = storage();
    await store.store('value:a', 'Correct-Horse/42');
    const list = [...values].filter(([key]) => key !== 'value:a');
    expect(list).toEqual([['names', '["value:a"]']]);
  });

  test('says that it is unavailable when reading fails', async () => {
    const { store } = storage({ get: fail });
    expect(await store.get('value:a')).toEqual(unavailable);
    expect(await store.keys()).toEqual([]);
  });

  test('says that it is unavailable when writing fails', async () => {
    const { store } = storage({ store: fail, delete: fail });
    expect(await store.store('value:a', 'x')).toEqual(unavailable);
    expect(await store.delete('value:a')).toEqual(unavailable);
  });

  test('notices a keyring that takes a value and loses it', async () => {
    const { store } = storage({ store: () => Promise.resolve() });
    expect((await store.store('value:a', 'x')).kind).toBe('unavailable');
  });

  test('goes on after a write that failed', async () => {
    let isLocked = true;
    const values = new Map<string, string>();
    const { store } = storage({
      get: (key) => Promise.resolve(values.get(key)),
      store: (key, value) => (isLocked ? fail() : Promise.resolve(void values.set(key, value))),
    });
    expect((await store.store('value:a', 'x')).kind).toBe('unavailable');
    isLocked = false;
    expect(await store.store('value:a', 'x')).toEqual({ kind: 'done' });
  });

  test.each(['{}', 'no json', '[1, null]', '"a"'])('takes no names from %s', async (list) => {
    const { store, values } = storage();
    values.set('names', list);
    expect(await store.keys()).toEqual([]);
  });
});
