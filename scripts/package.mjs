// Packs the extension into a VSIX and refuses one that holds too much: `npm run package`.
import { mkdtemp, readFile, readdir, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import yauzl from 'yauzl';

/** Limits in bytes. The server is what every keystroke waits for, the VSIX what every user loads. */
const defaultLimits = { vsix: 600_000, server: 400_000 };

/** Folders with thousands of files of which none belongs in the package; sifting takes a while. */
const neverPacked = ['.git', '.vscode-test', 'coverage', 'node_modules', 'out', 'test-results'];

/**
 * Packs what `.vscodeignore` lets through. The bundles must have been built.
 *
 * @param {string} root
 * @param {string} vsix path of the file to write
 */
export async function packageExtension(root, vsix) {
  const { createVSIX } = createRequire(import.meta.url)('@vscode/vsce');
  const stage = await mkdtemp(join(tmpdir(), 'vpnconn-package-'));
  try {
    for (const name of await readdir(root))
      if (!neverPacked.includes(name)) await symlink(join(root, name), join(stage, name));
    await quietly(() =>
      createVSIX({ cwd: stage, packagePath: vsix, dependencies: false, followSymlinks: true }),
    );
  } finally {
    await rm(stage, { recursive: true });
  }
}

/**
 * What is wrong with a package, as sentences; empty when nothing is.
 *
 * @param {string} vsix
 * @param {readonly string[]} expectedFiles paths inside the extension
 * @param {{ vsix: number, server: number }} [limits] in bytes
 * @returns {Promise<string[]>}
 */
export async function problemsOf(vsix, expectedFiles, limits = defaultLimits) {
  const entries = await entriesOf(vsix);
  const { size } = await stat(vsix);
  const found = new Set(entries.map(({ name }) => name));
  const server = entries.find(({ name }) => name === 'dist/server.js')?.bytes ?? 0;
  return [
    ...[...found]
      .filter((name) => !expectedFiles.includes(name))
      .map((name) => `${name} is too much.`),
    ...expectedFiles.filter((name) => !found.has(name)).map((name) => `${name} is missing.`),
    ...(size <= limits.vsix ? [] : [`The package has ${size} bytes, more than ${limits.vsix}.`]),
    ...(server <= limits.server
      ? []
      : [`dist/server.js has ${server} bytes, more than ${limits.server}.`]),
  ];
}

/**
 * The files of the extension in a package, with their sizes in bytes.
 *
 * @param {string} vsix
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
async function entriesOf(vsix) {
  const zip = await yauzl.openPromise(vsix);
  const entries = [];
  try {
    for await (const entry of zip.eachEntry())
      if (entry.fileName.startsWith('extension/'))
        entries.push({
          name: entry.fileName.slice('extension/'.length),
          bytes: entry.uncompressedSize,
        });
  } finally {
    zip.close();
  }
  return entries;
}

/** The committed list of what belongs in the package. */
export async function readFileList(root) {
  const text = await readFile(join(root, 'test/contract/vsix-files.txt'), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

/** The packager prints its whole file list; what matters of it is checked here. */
async function quietly(task) {
  const { log, info } = console;
  console.log = console.info = () => undefined;
  try {
    return await task();
  } finally {
    Object.assign(console, { log, info });
  }
}

async function main() {
  const root = resolve(import.meta.dirname, '..');
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  await packageExtension(root, vsix);
  const problems = await problemsOf(vsix, await readFileList(root));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${vsix}: ${(await stat(vsix)).size} bytes`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
