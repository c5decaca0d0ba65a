// Records on a real disk, by two stores at once as by two windows.
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordFolder, removeOldDrafts } from '../../../client/src/vscode/ports/recordFolder';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vpnconn-records-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const found = (text: string) => ({ kind: 'found', text });
const absent = { kind: 'absent' };

test('a record is created, read, replaced, listed, renamed and deleted', async () => {
  const store = recordFolder(root);
  expect(await store.list('journal')).toEqual({ kind: 'listed', names: [] });
  expect(await store.create('journal', 'a.json', '1')).toBe('created');
  expect(await store.create('journal', 'a.json', '2')).toBe('exists');
  expect(await store.read('journal', 'a.json')).toEqual(found('1'));
  expect(await store.write('journal', 'a.json', '3')).toBe('written');
  expect(await store.read('journal', 'a.json')).toEqual(found('3'));
  expect(await store.list('journal')).toEqual({ kind: 'listed', names: ['a.json'] });
  expect(await store.rename('journal', 'a.json', 'b.json')).toBe('renamed');
  expect(await store.rename('journal', 'a.json', 'b.json')).toBe('absent');
  expect(await store.read('journal', 'b.json')).toEqual(found('3'));
  expect(await store.delete('journal', 'b.json')).toBe('deleted');
  expect(await store.delete('journal', 'b.json')).toBe('deleted');
  expect(await store.read('journal', 'b.json')).toEqual(absent);
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
  expect(read.map((each) => (each.kind === 'found' ? each.text.length : each))).toEqual(
    Array.from({ length: 20 }, () => 100_000),
  );
});

test('of many that rename one record exactly one does', async () => {
  const [a, b] = [recordFolder(root), recordFolder(root)];
  await a.create('rollbacks', 'r.open', '');
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      (n % 2 === 0 ? a : b).rename('rollbacks', 'r.open', n % 3 === 0 ? 'r.kept' : 'r.time-up'),
    ),
  );
  expect(all.filter((result) => result === 'renamed')).toHaveLength(1);
  expect(await readdir(join(root, 'rollbacks'))).toHaveLength(1);
});

test('is readable by this user alone', async () => {
  await recordFolder(root).create('journal', 'a.json', '1');
  expect((await stat(join(root, 'journal', 'a.json'))).mode & 0o077).toBe(0);
  expect((await stat(join(root, 'journal'))).mode & 0o077).toBe(0);
});

test('a name is never a path', async () => {
  const store = recordFolder(root);
  await writeFile(join(root, 'outside'), 'secret');
  expect(await store.read('journal', '../outside')).toEqual(absent);
  expect(await store.delete('journal', '../outside')).toMatchObject({ kind: 'unavailable' });
  expect(await store.rename('journal', '../outside', 'a')).toMatchObject({ kind: 'unavailable' });
  expect(await readdir(root)).toEqual(['outside']);
});

test('what cannot be read is unreadable and never absent', async () => {
  const store = recordFolder(root);
  await mkdir(join(root, 'journal', 'folder.json'), { recursive: true });
  expect(await store.read('journal', 'folder.json')).toMatchObject({ kind: 'unreadable' });
  await writeFile(join(root, 'journal', 'huge.json'), 'x'.repeat(4_000_001));
  expect(await store.read('journal', 'huge.json')).toMatchObject({ kind: 'unreadable' });
  await writeFile(join(root, 'leases'), 'a file where the folder should be');
  expect(await store.list('leases')).toMatchObject({ kind: 'unreadable' });
  expect(await store.create('leases', 'a', '1')).toMatchObject({ kind: 'unavailable' });
  expect(await store.write('leases', 'a', '1')).toMatchObject({ kind: 'unavailable' });
});

test('drafts that a killed process left are removed, those in use are not', async () => {
  const folder = join(root, 'journal');
  await mkdir(folder, { recursive: true });
  const now = Date.now();
  for (const name of ['old.tmp', 'new.tmp', 'old.json']) await writeFile(join(folder, name), 'x');
  const hourAgo = new Date(now - 3_600_001);
  await utimes(join(folder, 'old.tmp'), hourAgo, hourAgo);
  await utimes(join(folder, 'old.json'), hourAgo, hourAgo);
  await removeOldDrafts(root, now);
  expect((await readdir(folder)).sort()).toEqual(['new.tmp', 'old.json']);
});
