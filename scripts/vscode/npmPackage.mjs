// Downloads packages of the npm registry without installing them.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, run, runNpm } from '../process/run.mjs';

/**
 * Downloads a package and unpacks it to `folder`/package.
 *
 * @param {string} name with version, for example `code-server@4.99.4`
 * @param {string} folder
 */
export async function unpackPackage(name, folder) {
  const printed = await runNpm(['pack', name, '--silent', '--pack-destination', folder], {
    cwd: folder,
  });
  const archive = printed.trim().split('\n').at(-1) ?? '';
  if (archive === '' || !existsSync(join(folder, archive)))
    throw new CommandFailed(`npm pack ${name} did not leave an archive behind.`);
  await run('tar', ['-xzf', archive], { cwd: folder });
  await rm(join(folder, archive));
}
