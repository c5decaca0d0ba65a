// Builds the bundles of the extension: dist/extension.js (extension host), dist/sandbox.js (loaded by
// it when the sandbox is first started) and dist/server.js (language server, also a stand-alone
// program). `--production` minifies, `--watch` rebuilds on change, `--metafile` writes what is in the
// bundles to dist/*.meta.json.
import { build, context } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // The ESM builds of the libraries tree-shake; their CommonJS builds do not.
  mainFields: ['module', 'main'],
  // The package hands its CommonJS build to Node; its other build is the same code as modules.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  logLevel: 'warning',
  metafile: true,
};

/** Leaves the sandbox out of the bundle of the extension, which imports it on demand. */
const sandboxOnDemand = {
  name: 'sandbox-on-demand',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/sandbox\/startSandbox$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './sandbox.js', external: true } : undefined,
    ),
};

const bundles = {
  extension: {
    ...shared,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [sandboxOnDemand],
    // The extension host loads CommonJS; an import of a bundle becomes a call of require.
    supported: { 'dynamic-import': false },
  },
  sandbox: {
    ...shared,
    entryPoints: ['client/src/sandbox/startSandbox.ts'],
    outfile: 'dist/sandbox.js',
  },
  server: {
    ...shared,
    entryPoints: ['server/src/main.node.ts'],
    outfile: 'dist/server.js',
    banner: { js: '#!/usr/bin/env node' },
  },
};

if (flags.has('--watch')) {
  const contexts = await Promise.all(Object.values(bundles).map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  rmSync('dist', { recursive: true, force: true });
  for (const [name, options] of Object.entries(bundles)) {
    const result = await build(options);
    if (flags.has('--metafile'))
      writeFileSync(`dist/${name}.meta.json`, JSON.stringify(result.metafile));
  }
}
