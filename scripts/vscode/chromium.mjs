// Finds a Chromium to drive the editor with, and installs one when there is none.
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { canInstallPackages, installPackages } from '../process/debian.mjs';
import { run } from '../process/run.mjs';
import { step } from '../process/step.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Places that programs are installed to without being on the PATH. */
const places = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Returns the path of a Chromium that starts. `CHROME_PATH` decides when it is set.
 *
 * @returns {Promise<string>}
 */
export async function findOrInstallChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, and that is not a Chromium that starts.`);
  }
  return (await findChromium()) ?? (await installChromium());
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  for (const path of [...onPath, ...places, chromium.executablePath()])
    if (isExecutable(path) && (await starts(path))) return path;
  return undefined;
}

async function installChromium() {
  const failures = [];
  for (const { title, install } of ways()) {
    try {
      await step(title, install);
      const found = await findChromium();
      if (found !== undefined) return found;
      failures.push(`${title}: done, but what it installed does not start.`);
    } catch (error) {
      failures.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const advice = 'Install Chromium or Chrome, or set CHROME_PATH to the program.';
  throw new Error(['No Chromium was found.', ...failures, advice].join('\n'));
}

function ways() {
  const playwright = {
    title: "Installing Playwright's Chromium",
    install: installFromPlaywright,
  };
  const debian = {
    title: "Installing Debian's chromium",
    install: () => installPackages(['chromium', 'fonts-dejavu-core']),
  };
  return canInstallPackages() ? [playwright, debian] : [playwright];
}

async function installFromPlaywright() {
  const cli = join(
    createRequire(import.meta.url).resolve('playwright-core/package.json'),
    '../cli.js',
  );
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  await run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], {
    env,
    timeoutMs: 300_000,
  });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems have a program of that name which only says how to install the real one. */
async function starts(path) {
  if (process.platform === 'win32') return existsSync(path);
  try {
    return /chrom/i.test(await run(path, ['--version'], { timeoutMs: 30_000 }));
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await findOrInstallChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
