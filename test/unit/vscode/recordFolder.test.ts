// Records on a real disk, by two stores at once as by two windows.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordFolder } from '../../../client/src/vscode/ports/recordFolder';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vpnconn-records-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a record is created, read, replaced, listed and deleted', async () => {
  const store = recordFolder(root);
  expect(await store.list('journal')).toEqual([]);
  expect(await store.create('journal', 'a.json', '1')).toBe('created');
  expect(await store.create('journal', 'a.json', '2')).toBe('exists');
  expect(await store.read('journal', 'a.json')).toBe('1');
  expect(await store.write('journal', 'a.json', '3')).toBe('written');
  expect(await store.read('journal', 'a.json')).toBe('3');
  expect(await store.list('journal')).toEqual(['a.json']);
  await store.delete('journal', 'a.json');
  await store.delete('journal', 'a.json');
  expect(await store.read('journal', 'a.json')).toBeUndefined();
  expect(await readdir(join(root, 'journal'))).toEqual([]);
});

test('of many that create one name exactly one does, and nobody reads a half', async () => {
  const [a, b] = [recordFolder(root), recordFolder(root)];
  const text = 'x'.repeat(100_000);
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? a : b).create('leases', 'k.1', text)),
  );
  expect(all.filter((result) => result === 'created')).toHaveLength(1);
  const [, ...read] = await Promise.all([
    a.write('leases', 'k.1', 'y'.repeat(100_000)),
    ...Array.from({ length: 20 }, () => b.read('leases', 'k.1')),
  ]);
  expect(new Set(read.map((each) => each?.length))).toEqual(new Set([100_000]));
});

test('is readable by this user alone', async () => {
  await recordFolder(root).create('journal', 'a.json', '1');
  expect((await stat(join(root, 'journal', 'a.json'))).mode & 0o077).toBe(0);
  expect((await stat(join(root, 'journal'))).mode & 0o077).toBe(0);
});

test('a name is never a path', async () => {
  const store = recordFolder(root);
  await writeFile(join(root, 'outside'), 'secret');
  expect(await store.read('journal', '../outside')).toBeUndefined();
  await store.delete('journal', '../outside');
  expect(await readdir(root)).toEqual(['outside']);
});

test('a disk that refuses is told, and thrown is nothing', async () => {
  await writeFile(join(root, 'journal'), 'a file where the folder should be');
  const store = recordFolder(root);
  expect(await store.create('journal', 'a.json', '1')).toMatchObject({ kind: 'unavailable' });
  expect(await store.write('journal', 'a.json', '1')).toMatchObject({ kind: 'unavailable' });
  expect(await store.list('journal')).toEqual([]);
});
