// Installs a VS Code from the npm registry into .vscode-test/, for the tests and for `npm start`.
// Run as a program, it installs the oldest supported version, or with --latest a current one.
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandFailed, run, runNpm } from '../process/run.mjs';
import { step } from '../process/step.mjs';
import { buildNativeModules } from './nativeModules.mjs';
import { installNode } from './node.mjs';
import { unpackPackage } from './npmPackage.mjs';
import { latest, oldest } from './versions.mjs';

/** Where everything that is downloaded is kept; ignored by git, and safe to delete. */
export const cacheFolder = resolve(import.meta.dirname, '../../.vscode-test');

/**
 * @typedef {object} InstalledEditor
 * @property {string} vscode version of VS Code
 * @property {string} node the Node.js program to run it with
 * @property {string} entry the script that starts it
 */

/**
 * Installs the editor unless it is there already. A folder appears under its name only when it is
 * complete, so an interrupted installation is begun again and never half used.
 *
 * @param {import('./versions.mjs').EditorVersion} version
 * @param {string} [cache]
 * @returns {Promise<InstalledEditor>}
 */
export async function installEditor(version, cache = cacheFolder) {
  if (process.platform === 'win32')
    throw new Error('This VS Code runs on Linux and macOS only. On Windows, use WSL.');
  const folder = join(cache, `code-server-${version.codeServer}`);
  const node = await installNode(version.node, cache);
  if ((await installedVersion(folder)) !== version.vscode) {
    console.log(`VS Code ${version.vscode} is not installed yet. This takes one to three minutes.`);
    await installInto(folder, version, node, cache);
  }
  return { vscode: version.vscode, node, entry: join(folder, 'out/node/entry.js') };
}

async function installInto(folder, version, node, cache) {
  const work = `${folder}.partial-${process.pid}`;
  try {
    await removeLeftovers(cache);
    await mkdir(work, { recursive: true });
    const name = `code-server@${version.codeServer}`;
    await step(`Downloading ${name} (VS Code ${version.vscode})`, () => unpackPackage(name, work));
    await step('Installing its dependencies', () =>
      installDependencies(join(work, 'package'), node),
    );
    await buildNativeModules(join(work, 'package/lib/vscode'), version.nativeModules, node);
    await step('Checking that it runs', () => check(join(work, 'package'), version, node));
    await moveInPlace(join(work, 'package'), folder, version);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`VS Code ${version.vscode} could not be installed. ${reason}`, {
      cause: error,
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Another process may have been faster; its installation, which may be in use, is kept. */
async function moveInPlace(complete, folder, version) {
  if ((await installedVersion(folder)) === version.vscode) return;
  await rm(folder, { recursive: true, force: true });
  await rename(complete, folder);
}

async function installDependencies(root, node) {
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  const vscode = join(root, 'lib/vscode');
  for (const cwd of [root, vscode, join(vscode, 'extensions')])
    await runNpm([...args, '--loglevel=error'], { cwd, node });
  await replacePasswordHash(root, node);
  await symlink('node_modules', join(vscode, 'node_modules.asar'));
}

/**
 * The module that hashes passwords has to be compiled in older releases. It is loaded even where no
 * password is used, so a release of it that brings its program along takes its place.
 */
async function replacePasswordHash(root, node) {
  if (existsSync(join(root, 'node_modules/argon2/prebuilds'))) return;
  const args = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
  await runNpm([...args, '--omit=dev', '--loglevel=error', 'argon2@0.44.0'], { cwd: root, node });
}

async function check(root, version, node) {
  const config = join(root, '../config.yaml');
  const printed = await run(
    node,
    [join(root, 'out/node/entry.js'), '--version', '--config', config],
    {
      env: { ...process.env, XDG_CONFIG_HOME: dirname(config) },
    },
  );
  if (!printed.includes(`with Code ${version.vscode}`))
    throw new CommandFailed(`It says that it is "${printed.trim()}".`);
  await writeFile(join(root, marker), JSON.stringify({ vscode: version.vscode }));
}

const marker = 'installed.json';

/** Version of VS Code in a complete installation; undefined when there is none. */
async function installedVersion(folder) {
  try {
    return JSON.parse(await readFile(join(folder, marker), 'utf8')).vscode;
  } catch {
    return undefined;
  }
}

/** What interrupted installations have left; a folder of a process that still runs is kept. */
async function removeLeftovers(cache) {
  if (!existsSync(cache)) return;
  for (const name of await readdir(cache)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const version = process.argv.includes('--latest') ? latest : oldest;
    const editor = await installEditor(version);
    console.log(`VS Code ${editor.vscode}: ${editor.entry}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
