// The VS Code that is installed on this machine, if it can be used.
import { startInBackground } from '../process/background.mjs';
import { run } from '../process/run.mjs';
import { writeSettings } from '../vscode/codeServer.mjs';
import { editorEnvironment } from '../vscode/editorEnvironment.mjs';

const oldestMinor = 99;

/** On Windows `code` is a script, which only a shell can start. */
const [program, ...first] =
  process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'code'] : ['code'];

/**
 * Whether there is an installed VS Code that can be used: not too old, and with a screen.
 *
 * @returns {Promise<boolean>}
 */
export async function hasDesktopEditor() {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI } = process.env;
  const hasScreen = process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
  // In the terminal of a remote window, `code` only forwards to a window elsewhere.
  if (!hasScreen || VSCODE_IPC_HOOK_CLI !== undefined) return false;
  const printed = await run(program, [...first, '--version'], { timeoutMs: 20_000 }).catch(
    () => '',
  );
  const version = /^(\d+)\.(\d+)\.\d+/.exec(printed);
  if (version === null) return false;
  if (Number(version[1]) > 1 || Number(version[2]) >= oldestMinor) return true;
  console.log(`  VS Code ${version[0]} is installed, but 1.${oldestMinor} is needed.`);
  return false;
}

/**
 * Opens a window with settings and extensions of its own, so that nothing of the user's is changed.
 *
 * @param {{ root: string, examples: string, target: object, dataFolder: string,
 *   extensionsFolder: string, env: Record<string, string> }} options
 */
export async function openDesktopEditor(options) {
  const { root, examples, target, dataFolder, extensionsFolder, env } = options;
  // On the desktop, the settings of the user are those of the machine.
  await writeSettings(dataFolder, { user: target });
  const args = [
    ...first,
    ...['--wait', '--new-window', '--disable-workspace-trust'],
    ...['--user-data-dir', dataFolder, '--extensions-dir', extensionsFolder],
    `--extensionDevelopmentPath=${root}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    examples,
  ];
  return startInBackground(program, args, { env: editorEnvironment(env) });
}
