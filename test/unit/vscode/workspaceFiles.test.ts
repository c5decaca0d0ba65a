// A workspace on a real disk with things in it that nobody may read, found with and without the search.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { poll } from '../../support/poll';

const disk = vi.hoisted(() => ({ folder: '', hasSearch: true, read: [] as string[] }));

/** `FileType` of the VS Code API, derived as its provider for disks does (`DiskFileSystemProvider`). */
async function typeOf(path: string, isLink: boolean): Promise<number> {
  const target = await stat(path);
  const type = target.isFile() ? 1 : target.isDirectory() ? 2 : 0;
  return isLink ? 64 | type : type;
}

vi.mock('vscode', () => {
  const nothing = () => ({ dispose: () => undefined });
  const uri = (text: string) => ({ toString: () => text, path: fileURLToPath(text) });
  const folder = () => ({ uri: uri(pathToFileURL(disk.folder).href) });
  type FakeUri = ReturnType<typeof uri>;
  return {
    Uri: { parse: uri },
    RelativePattern: Object,
    workspace: {
      get workspaceFolders() {
        return [folder()];
      },
      fs: {
        stat: async ({ path }: FakeUri) => {
          const { size } = await stat(path);
          return { type: await typeOf(path, false), size };
        },
        readDirectory: async ({ path }: FakeUri) =>
          Promise.all(
            (await readdir(path, { withFileTypes: true })).map(async (entry) => [
              entry.name,
              await typeOf(join(path, entry.name), entry.isSymbolicLink()),
            ]),
          ),
        readFile: ({ path }: FakeUri) => {
          disk.read.push(path);
          return readFile(path);
        },
      },
      // The search finds whatever has the name.
      findFiles: async () => {
        if (!disk.hasSearch) throw new Error('no search');
        return (await readdir(disk.folder)).map((name) =>
          uri(pathToFileURL(join(disk.folder, name)).href),
        );
      },
      getConfiguration: () => ({ get: () => true }),
      createFileSystemWatcher: () => ({
        ...nothing(),
        onDidCreate: nothing,
        onDidChange: nothing,
        onDidDelete: nothing,
      }),
      onDidChangeConfiguration: nothing,
      onDidDeleteFiles: nothing,
      onDidRenameFiles: nothing,
      onDidChangeWorkspaceFolders: nothing,
      onDidSaveTextDocument: nothing,
      onDidCloseTextDocument: nothing,
    },
  };
});
const { followWorkspaceFiles } = await import('../../../client/src/vscode/server/workspaceFiles');

const names = ['1', '2', '3', '4', '5', '6'];
beforeAll(async () => {
  disk.folder = await mkdtemp(join(tmpdir(), 'vpnconn-workspace-'));
  const at = (name: string) => join(disk.folder, `${name}.vpnconn.yaml`);
  execFileSync(
    'mkfifo',
    names.map((name) => at(`pipe-${name}`)),
  );
  await symlink(at('pipe-1'), at('link-to-pipe'));
  await writeFile(at('large'), 'x'.repeat(2_000_000));
  await writeFile(at('update'), 'name: ü\n');
});
afterAll(() => rm(disk.folder, { recursive: true, force: true }));
beforeEach(() => disk.read.splice(0));

test.each([true, false])('six named pipes stop nothing (search: %s)', async (hasSearch) => {
  disk.hasSearch = hasSearch;
  const told: string[] = [];
  const follower = followWorkspaceFiles(async ({ files }) => {
    told.push(...files.map(({ text }) => text));
  });
  follower.begin();
  await poll('the files', () => told.length > 0 || undefined);
  follower.dispose();
  expect(told).toEqual(['name: ü\n']);
  expect(disk.read).toEqual([join(disk.folder, 'update.vpnconn.yaml')]);
});
