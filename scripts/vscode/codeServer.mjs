// Runs an installed VS Code as a local web server, with settings, extensions and state of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startInBackground } from '../process/background.mjs';
import { run } from '../process/run.mjs';
import { editorEnvironment } from './editorEnvironment.mjs';

/** Settings without which a fresh window covers the file with greetings and offers. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/**
 * Writes the settings of a window. Those of the user decide on the workbench; those of the machine
 * are the only place for settings that no workspace may change.
 *
 * @param {string} dataFolder
 * @param {{ user?: object, machine?: object }} settings
 */
export async function writeSettings(dataFolder, { user = {}, machine = {} }) {
  const write = async (folder, settings) => {
    await mkdir(join(dataFolder, folder), { recursive: true });
    await writeFile(join(dataFolder, folder, 'settings.json'), JSON.stringify(settings, null, 2));
  };
  await write('User', { ...quiet, ...user });
  await write('Machine', machine);
}

/**
 * @param {import('./install.mjs').InstalledEditor} editor
 * @param {{ vsix: string, dataFolder: string, extensionsFolder: string }} what
 */
export async function installVsix(editor, { vsix, dataFolder, extensionsFolder }) {
  const args = [...folders(dataFolder, extensionsFolder), '--install-extension', vsix];
  await run(editor.node, [editor.entry, ...args], { env: environment(dataFolder, {}) });
}

/**
 * Starts the server on the loopback interface and waits until it answers.
 *
 * @param {import('./install.mjs').InstalledEditor} editor
 * @param {import('./codeServer.mjs').ServerOptions} options
 */
export async function startCodeServer(editor, options) {
  const { dataFolder, extensionsFolder, port = 0, workspaceTrust = 'on', env = {} } = options;
  const args = [
    editor.entry,
    ...folders(dataFolder, extensionsFolder),
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--disable-telemetry', '--disable-update-check'],
    ...(workspaceTrust === 'off' ? ['--disable-workspace-trust'] : []),
  ];
  const server = startInBackground(editor.node, args, { env: environment(dataFolder, env) });
  try {
    const [, origin] = await server.waitFor(/listening on (http:\/\/127\.0\.0\.1:\d+)/, 60_000);
    return {
      origin,
      addressOf: (folder) => `${origin}/?folder=${encodeURIComponent(folder)}`,
      output: server.output,
      ended: server.ended,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function folders(dataFolder, extensionsFolder) {
  return [
    ...['--config', join(dataFolder, 'config.yaml')],
    ...['--user-data-dir', dataFolder],
    ...['--extensions-dir', extensionsFolder],
  ];
}

function environment(dataFolder, added) {
  return editorEnvironment({
    // No marketplace: the window talks to this machine only.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    XDG_CONFIG_HOME: join(dataFolder, 'xdg'),
    XDG_DATA_HOME: join(dataFolder, 'xdg'),
    ...added,
  });
}
