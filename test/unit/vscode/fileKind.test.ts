// Which entries of a folder are read: the types are those that the editor gives.
import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf, sizeToRead } from '../../../client/src/vscode/server/fileKind';

/** `FileType` of the VS Code API. */
const unknown = 0;
const file = 1;
const folder = 2;
const link = 64;

test.each([
  ['a file', file, 'file'],
  ['a link to a file', link | file, 'file'],
  ['a folder', folder, 'folder'],
  ['a link to a folder, which may lead in circles', link | folder, 'other'],
  ['a pipe, a socket or a device', unknown, 'other'],
  ['a link to nothing, or to a pipe', link, 'other'],
])('%s', (_name, type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

test.each([
  ['a file', { type: file, size: 10 }, 10],
  ['an empty file', { type: file, size: 0 }, 0],
  ['a file that is too large', { type: file, size: 11 }, undefined],
  ['a pipe', { type: unknown, size: 0 }, undefined],
  ['a folder', { type: folder, size: 4 }, undefined],
])('the size to read of %s', (_name, stats, size) => {
  expect(sizeToRead(stats, 10)).toBe(size);
});

describe('on a real disk', () => {
  let place: string;
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'vpnconn-kinds-'));
    execFileSync('mkfifo', [join(place, 'pipe')]);
    await writeFile(join(place, 'file'), 'a');
    for (const target of ['pipe', 'file']) await symlink(target, join(place, `to-${target}`));
  });
  afterAll(() => rm(place, { recursive: true, force: true }));

  /** As VS Code derives the type (`DiskFileSystemProvider`). */
  async function typeOf(name: string): Promise<number> {
    const isLink = (await lstat(join(place, name))).isSymbolicLink();
    const target = await stat(join(place, name));
    const type = target.isFile() ? file : target.isDirectory() ? folder : unknown;
    return isLink ? link | type : type;
  }

  test.each([
    ['file', 'file'],
    ['to-file', 'file'],
    ['pipe', 'other'],
    ['to-pipe', 'other'],
  ])('%s', async (name, kind) => {
    expect(kindOf(await typeOf(name))).toBe(kind);
  });
});
