// End-to-end tests in a real VS Code, with everything they need set up first.
//
//   node scripts/e2e.mjs [--latest] [--screenshots] [FILTER …]
//
// --latest: a current VS Code instead of the oldest supported one; --screenshots: takes the pictures
// of the README anew instead of testing; FILTER: the test files to run, as vitest takes them.
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { packageExtension } from './package.mjs';
import { run } from './process/run.mjs';
import { step } from './process/step.mjs';
import { findOrInstallChromium } from './vscode/chromium.mjs';
import { installVsix } from './vscode/codeServer.mjs';
import { installEditor } from './vscode/install.mjs';
import { latest, oldest } from './vscode/versions.mjs';

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'out/e2e');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args) {
  const filters = args.filter((arg) => !arg.startsWith('--'));
  const version = args.includes('--latest') ? latest : oldest;
  const editor = await installEditor(version);
  const chromium = await findOrInstallChromium();
  await rm(output, { recursive: true, force: true });
  await rm(join(root, 'test-results'), { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const extensionsFolder = join(output, 'extensions');
  const vsix = join(output, 'vpnconn.vsix');
  await step('Building the extension', () =>
    run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root }),
  );
  await step('Packaging it', () => packageExtension(root, vsix));
  await step(`Installing it in VS Code ${version.vscode}`, () =>
    installVsix(editor, { vsix, dataFolder: join(output, 'install'), extensionsFolder }),
  );
  await step('Building the suites that run inside the editor', buildHostSuites);
  return runVitest(filters, {
    editor,
    chromium,
    root,
    extensionsFolder,
    hostSuites: join(output, 'host.cjs'),
    screenshots: args.includes('--screenshots'),
  });
}

/** One module that registers every suite and exports `run`, as the editor expects it. */
async function buildHostSuites() {
  const folder = join(root, 'test/e2e/host');
  const suites = (await readdir(join(folder, 'suites'))).filter((name) => name.endsWith('.ts'));
  await build({
    stdin: {
      contents: [
        ...suites.sort().map((name) => `import './suites/${name.replace(/\.ts$/, '')}';`),
        `export { run } from './runner';`,
      ].join('\n'),
      resolveDir: folder,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    outfile: join(output, 'host.cjs'),
    logLevel: 'warning',
  });
}

function runVitest(filters, context) {
  const cli = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [cli, 'run', '--config', 'vitest.e2e.config.ts', ...filters];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, VPNCONN_E2E: JSON.stringify(context) },
  });
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle(code ?? 1));
  });
}
