// The package that users install: built from the sources for this test, then taken apart.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageExtension, problemsOf, readFileList } from '../../scripts/package.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Everything that is needed to build; the bundles of the working tree are left alone. */
const sources = ['client', 'icons', 'media', 'schemas', 'server', 'syntaxes'];

/** The sizes of what is in the bundles tell from which packages that comes. */
const flags = ['--production', '--metafile'];

let folder: string;
let vsix: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpnconn-vsix-'));
  const files = (await readdir(root, { withFileTypes: true })).filter((each) => each.isFile());
  for (const name of [...sources, ...files.map((each) => each.name)])
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await promisify(execFile)(process.execPath, [join(root, 'esbuild.mjs'), ...flags], {
    cwd: folder,
  });
  vsix = join(folder, 'vpnconn.vsix');
  await packageExtension(folder, vsix);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('holds the listed files and no others, and stays small', async () => {
  expect(await problemsOf(vsix, await readFileList(root))).toEqual([]);
});

test('would be refused for a file more, a file less, or a limit passed', async () => {
  const files = await readFileList(root);
  expect(await problemsOf(vsix, files.slice(1))).toEqual([`${files[0]} is too much.`]);
  expect(await problemsOf(vsix, [...files, 'dist/server.js.map'])).toEqual([
    'dist/server.js.map is missing.',
  ]);
  expect(await problemsOf(vsix, files, { vsix: 1000, server: 1000 })).toEqual([
    expect.stringMatching(/^The package has \d+ bytes, more than 1000\.$/),
    expect.stringMatching(/^dist\/server\.js has \d+ bytes, more than 1000\.$/),
  ]);
});

test('has the licence of every package that a bundle has code of', async () => {
  const files = await readdir(join(folder, 'dist'));
  const metafiles = await Promise.all(
    files.filter((name) => name.endsWith('.meta.json')).map((name) => readDist(name)),
  );
  const bundled = metafiles.flatMap((text) =>
    Object.values((JSON.parse(text) as Metafile).outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
    ),
  );
  const packages = new Set(
    bundled.filter(([path]) => path.includes('node_modules/')).map(([path]) => packageOf(path)),
  );
  const notices = await readDist('ThirdPartyNotices.txt');
  const missing = [...packages].filter((name) => !notices.includes(`\n${name} `));
  expect(missing).toEqual([]);
  expect(packages).toContain('yaml');
  expect(notices).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
});

interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

function readDist(name: string): Promise<string> {
  return readFile(join(folder, 'dist', name), 'utf8');
}

/** The name of the package that a file belongs to, also of one that another package brings along. */
function packageOf(path: string): string {
  const [scope = '', name = ''] = path.split('node_modules/').at(-1)!.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
