// Files of the user's own, on a real disk.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { userFiles } from '../../../client/src/vscode/ports/userFiles';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpnconn-files-'));
  // The folder stands in for the user's home folder.
  vi.stubEnv('HOME', folder);
  vi.stubEnv('USERPROFILE', folder);
  await writeFile(join(folder, 'profile'), 'ak = ü');
  await writeFile(join(folder, 'large'), 'x'.repeat(2_000_000));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await symlink('pipe', join(folder, 'link-to-pipe'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

test('are read by path, and below the home folder', async () => {
  expect(homedir()).toBe(folder);
  expect(await userFiles.read(join(folder, 'profile'))).toEqual({ kind: 'found', text: 'ak = ü' });
  expect(await userFiles.read('~/profile')).toEqual({ kind: 'found', text: 'ak = ü' });
});

test.each(['~/missing', '~/profile/below'])('are absent: %s', async (path) => {
  expect(await userFiles.read(path)).toEqual({ kind: 'absent' });
});

test.each(['~/', '~/pipe', '~/link-to-pipe'])(
  'that are no files are not read: %s',
  async (path) => {
    expect(await userFiles.read(path)).toEqual({
      kind: 'unavailable',
      detail: 'not a regular file',
    });
  },
);

test('are read up to a megabyte', async () => {
  const lookup = await userFiles.read('~/large');
  expect(lookup.kind === 'found' && lookup.text.length).toBe(1_000_000);
});
