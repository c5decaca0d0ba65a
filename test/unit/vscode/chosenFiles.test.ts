// Which files *Apply Files…* opens, and what it says about those that it can't use.
import { describe, expect, test } from 'vitest';
import {
  maxBytes,
  maxFiles,
  maxFolders,
  openChosenFiles,
  type FileAccess,
} from '../../../client/src/vscode/commands/chosenFiles';

/** A folder by its entries; anything else by what is wrong with it. */
type Tree =
  { readonly [name: string]: Tree } | 'file' | 'pipe' | 'locked' | 'large' | 'binary' | 'note';

const root = 'file:///w';

/** The file system of a tree below `root`. */
function files(tree: Tree) {
  const opened: string[] = [];
  const at = (uri: string): Tree => {
    const names = uri.slice(root.length).split('/').filter(Boolean).map(decodeURIComponent);
    return names.reduce<Tree>((node, name) => {
      const next = typeof node === 'object' ? node[name] : undefined;
      if (next === undefined) throw new Error('gone');
      return next;
    }, tree);
  };
  const access: FileAccess = {
    stat: async (uri) => {
      const node = at(uri);
      if (typeof node === 'object') return { kind: 'folder', size: 0 };
      if (node === 'pipe') return { kind: 'other', size: 0 };
      return { kind: 'file', size: node === 'large' ? maxBytes + 1 : maxBytes };
    },
    list: async (folder) => {
      const node = at(folder);
      if (typeof node !== 'object') throw new Error('locked');
      return Object.entries(node).map(([name, child]) => ({
        uri: `${folder}/${encodeURIComponent(name)}`,
        name,
        isFolder: typeof child === 'object' || child === 'locked',
      }));
    },
    open: async (uri) => {
      const node = at(uri);
      if (node === 'binary') throw new Error('binary');
      opened.push(uri);
      return { uri, isUpdateFile: node !== 'note' };
    },
  };
  const choose = (...names: readonly string[]) =>
    openChosenFiles(
      access,
      names.map((name) => `${root}/${name}`.replace(/\/$/, '')),
    );
  return { choose, opened };
}

const many = (count: number, node: Tree, extension: string): Tree =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}${extension}`, node]));

describe('of a folder', () => {
  test('opens the update files in it and below, in the order of their paths', async () => {
    const { choose, opened } = files({
      'b.vpnconn.yaml': 'file',
      'a.vpnconn.yml': 'file',
      'notes.yaml': 'file',
      'the site': { 'c d.vpnconn.yaml': 'file' },
      node_modules: { 'e.vpnconn.yaml': 'file' },
      '.git': { 'f.vpnconn.yaml': 'file' },
    });
    const uris = ['a.vpnconn.yml', 'b.vpnconn.yaml', 'the%20site/c%20d.vpnconn.yaml'].map(
      (name) => `${root}/${name}`,
    );
    expect(await choose('')).toEqual({ kind: 'opened', uris });
    expect(opened).toEqual(uris);
  });

  test('opens a file once that was chosen as well', async () => {
    const { choose, opened } = files({ sites: { 'a.vpnconn.yaml': 'file' } });
    await choose('sites/a.vpnconn.yaml', 'sites');
    expect(opened).toEqual([`${root}/sites/a.vpnconn.yaml`]);
  });
});

describe('opens chosen files in their order', () => {
  test('whatever they are called', async () => {
    const { choose } = files({ 'b.yaml': 'file', 'a.vpnconn.yaml': 'file' });
    const uris = [`${root}/b.yaml`, `${root}/a.vpnconn.yaml`];
    expect(await choose('b.yaml', 'a.vpnconn.yaml')).toEqual({ kind: 'opened', uris });
  });
});

describe('names what it cannot use', () => {
  test.each<[string, Tree, string]>([
    ['site', {}, 'site contains no update files (*.vpnconn.yaml)'],
    ['site', { sub: 'locked' }, "sub can't be read"],
    ['site', { 'a.vpnconn.yaml': 'pipe' }, "a.vpnconn.yaml isn't a regular file"],
    ['site', { 'a.vpnconn.yaml': 'large' }, 'a.vpnconn.yaml is larger than 4 MiB'],
    ['site', { 'a.vpnconn.yaml': 'binary' }, "a.vpnconn.yaml can't be opened as text"],
    ['site/a.bin', { 'a.bin': 'binary' }, "a.bin can't be opened as text"],
    ['site/a.txt', { 'a.txt': 'note' }, "a.txt isn't a VPN connection update"],
    ['site/gone', {}, "gone can't be read"],
    ['site/a%0Ab', { 'a\nb': 'pipe' }, "a\\u{a}b isn't a regular file"],
  ])('%s in %j', async (name, site, message) => {
    expect(await files({ site }).choose(name)).toMatchObject({
      kind: 'refused',
      problem: { code: 'file-unusable', message: `${message}, so nothing was sent.` },
    });
  });

  test.each<[string, Tree]>([
    ['too many files', many(maxFiles + 1, 'file', '.vpnconn.yaml')],
    ['too many folders', many(maxFolders, {}, '')],
  ])('%s', async (_what, tree) => {
    const { choose, opened } = files(tree);
    expect(await choose('')).toMatchObject({ problem: { code: 'too-many-files' } });
    expect(opened).toEqual([]);
  });

  test('as many as are allowed are none too many', async () => {
    const tree = { ...(many(maxFiles, 'file', '.vpnconn.yaml') as object) };
    const { choose, opened } = files(tree);
    expect(await choose('')).toMatchObject({ kind: 'opened' });
    expect(opened.length).toBe(maxFiles);
  });
});
