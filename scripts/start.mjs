// Tries the product out: `npm start` opens the examples in a VS Code with the extension, connected
// to a sandbox. Everything ends with Ctrl-C.
//
//   npm start [-- --browser] [-- --port NUMBER]
//
// --browser: do not use an installed VS Code, even if there is one; --port: of the editor.
import { mkdtemp } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from './package.mjs';
import { run } from './process/run.mjs';
import { stopAll } from './process/background.mjs';
import { step } from './process/step.mjs';
import { startDemoSandbox } from './start/demoSandbox.mjs';
import { hasDesktopEditor, openDesktopEditor } from './start/desktopEditor.mjs';
import { freePort } from './start/freePort.mjs';
import { installVsix, startCodeServer, writeSettings } from './vscode/codeServer.mjs';
import { installEditor } from './vscode/install.mjs';
import { oldest } from './vscode/versions.mjs';

const root = resolve(import.meta.dirname, '..');
const examples = join(root, 'schemas/examples');
const preferredPort = 8940;

const hint = `
  1. Open policy.vpnconn.yaml.
  2. Press F1 and run "VPN Connection: Apply Update".
  3. Confirm, and read the response.

Requests go to the sandbox, a VPN API on this machine; nothing here reaches a cloud.
`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopAll();
}

async function main() {
  const { values } = parseArgs({
    options: { browser: { type: 'boolean' }, port: { type: 'string' } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'vpnconn-start-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  await step('Building the extension', () =>
    run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root }),
  );
  const sandbox = await step('Starting the sandbox', () => startDemoSandbox(root, folder));
  const window = {
    dataFolder: join(folder, 'data'),
    extensionsFolder: join(folder, 'extensions'),
    env: sandbox.credentials,
  };
  const target = { 'vpnconn.endpoint': sandbox.endpoint };
  const inBrowser = values.browser === true || !(await hasDesktopEditor());
  const editor = inBrowser
    ? await openInBrowser(window, target, Number(values.port ?? preferredPort))
    : await openDesktop(window, target);
  await Promise.race([editor.ended, sandbox.ended]);
}

async function openDesktop(window, target) {
  const editor = await openDesktopEditor({ root, examples, target, ...window });
  console.log(`\nVS Code is open. Close its window or press Ctrl-C to end.\n${hint}`);
  return editor;
}

async function openInBrowser(window, target, port) {
  const editor = await installEditor(oldest);
  await writeSettings(window.dataFolder, { machine: target });
  const vsix = join(window.dataFolder, '../vpnconn.vsix');
  await step('Packaging the extension and installing it', async () => {
    await packageExtension(root, vsix);
    await installVsix(editor, { vsix, ...window });
  });
  const server = await step(`Starting VS Code ${editor.vscode}`, async () =>
    startCodeServer(editor, { ...window, port: await freePort(port), workspaceTrust: 'off' }),
  );
  console.log(`\nOpen this address in a browser:\n\n  ${server.addressOf(examples)}\n${hint}`);
  console.log('Press Ctrl-C to end.\n');
  return server;
}
