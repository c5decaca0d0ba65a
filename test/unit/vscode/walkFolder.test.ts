// Finding files folder by folder.
import { expect, test } from 'vitest';
import {
  mostFolders,
  walkFolder,
  type FolderEntry,
} from '../../../client/src/vscode/server/walkFolder';

const isUpdate = (name: string): boolean => name.endsWith('.vpnconn.yaml');

/** Lists `folders`; a name that ends with a slash is a folder, one with a bar a pipe. */
const listing =
  (folders: Record<string, readonly string[]>) =>
  async (folder: string): Promise<FolderEntry[]> => {
    const names = folders[folder];
    if (names === undefined) throw new Error(`no ${folder}`);
    return names.map((name) => ({
      name: name.replace(/[/|]$/, ''),
      kind: name.endsWith('/') ? 'folder' : name.endsWith('|') ? 'other' : 'file',
    }));
  };

test('finds regular files that fit, in every folder but those of tools', async () => {
  const folders = {
    'file:///w': [
      'pipe.vpnconn.yaml|',
      'b.vpnconn.yaml',
      'a.txt',
      'sub/',
      '.git/',
      'node_modules/',
      'x.vpnconn.yaml/',
    ],
    'file:///w/sub': ['c d.vpnconn.yaml', 'locked/'],
    'file:///w/x.vpnconn.yaml': [],
    'file:///w/.git': ['d.vpnconn.yaml'],
    'file:///w/node_modules': ['e.vpnconn.yaml'],
  };
  expect(await walkFolder('file:///w/', listing(folders), isUpdate)).toEqual([
    'file:///w/b.vpnconn.yaml',
    'file:///w/sub/c%20d.vpnconn.yaml',
  ]);
});

test('ends where folders have no end', async () => {
  let listed = 0;
  const endless = async () => {
    listed++;
    return [{ name: 'again', kind: 'folder' as const }];
  };
  expect(await walkFolder('file:///w', endless, isUpdate)).toEqual([]);
  expect(listed).toBe(mostFolders);
});
