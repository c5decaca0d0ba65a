// The sandbox as a process of its own, with what an editor needs to reach it.
import { join } from 'node:path';
import { build } from 'esbuild';
import { startInBackground } from '../process/background.mjs';

/**
 * Starts the sandbox on any free port and repeats in the terminal what is asked of it.
 *
 * @param {string} root
 * @param {string} folder for the bundle
 */
export async function startDemoSandbox(root, folder) {
  const program = join(folder, 'sandbox.cjs');
  const source = join(root, 'client/src/sandbox');
  const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  await build({ ...shared, entryPoints: [join(source, 'main.ts')], outfile: program });
  const credentials = join(folder, 'demoCredentials.cjs');
  await build({
    ...shared,
    format: 'cjs',
    entryPoints: [join(source, 'auth/demoCredentials.ts')],
    outfile: credentials,
  });
  const { accessKey } = (await import(credentials)).default.demoCredentials;
  let ready = false;
  const sandbox = startInBackground(process.execPath, [program], {
    onOutput: (text) => {
      if (ready) process.stdout.write(text.replace(/^(?=.)/gm, 'sandbox  '));
    },
  });
  const [, endpoint] = await sandbox.waitFor(/ at (http:\/\/127\.0\.0\.1:\d+)/, 20_000);
  ready = true;
  return {
    endpoint,
    credentials: {
      HUAWEICLOUD_SDK_AK: accessKey.accessKey,
      HUAWEICLOUD_SDK_SK: accessKey.secretKey,
    },
    ended: sandbox.ended,
  };
}
