// The modules of the language service for the scripts that generate files: bundled, because they are
// written in TypeScript.
import { build } from 'esbuild';

/**
 * Loads what `exports` name, one statement each, with paths from `server/src/service`:
 * `export { table } from './schema/table';`.
 */
export async function loadService(...exports) {
  const resolveDir = new URL('../server/src/service', import.meta.url).pathname;
  const result = await build({
    stdin: { contents: exports.join('\n'), resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: {
      yaml: new URL('../node_modules/yaml/browser/dist/index.js', import.meta.url).pathname,
    },
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(result.outputFiles[0].text).toString('base64')}`
  );
}
