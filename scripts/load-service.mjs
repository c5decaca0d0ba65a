// The modules of the language service for the scripts that generate files: bundled, because they are
// written in TypeScript.
import { build } from 'esbuild';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Loads what `exports` name, one statement each, with paths from `server/src/service`:
 * `export { table } from './schema/table';`.
 */
export async function loadService(...exports) {
  const resolveDir = join(root, 'server/src/service');
  const result = await build({
    stdin: { contents: exports.join('\n'), resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString('base64')}`
  );
}
