// System packages, where this script may install them: as root on Debian and its relatives.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Whether `installPackages` can work here. */
export function canInstallPackages() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/**
 * @param {readonly string[]} names
 * @throws {import('./run.mjs').CommandFailed}
 */
export async function installPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}
