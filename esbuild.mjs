// Builds the bundles of the extension: dist/extension.js (extension host), what it loads on demand,
// dist/server.js (language server, also a program of its own), dist/yaml.js (the YAML library, for both
// sides), and the licences of what is in them.
// `--production` minifies, `--watch` rebuilds on change, `--metafile` writes what is in the bundles to
// dist/*.meta.json.
import { build, context } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { thirdPartyNotices } from './scripts/thirdPartyNotices.mjs';
import { withoutRuleTexts } from './scripts/withoutRuleTexts.mjs';
import { withoutYamlWriter } from './scripts/withoutYamlWriter.mjs';

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
  // The licences have a file of their own.
  legalComments: 'none',
  // The ESM builds of the libraries tree-shake; their CommonJS builds do not.
  mainFields: ['module', 'main'],
  // The watch task of the editor waits for the line that says when a build has finished.
  logLevel: flags.has('--watch') ? 'info' : 'warning',
  metafile: true,
};

/**
 * Modules of the extension host that have bundles of their own, loaded when they are first imported:
 * reading the client library alone would take four times as long as everything that activation needs.
 */
const onDemand = {
  languageClient: 'client/src/vscode/server/languageClient.ts',
  sandbox: 'client/src/sandbox/startSandbox.ts',
  readScalar: 'client/src/core/secrets/readScalar.ts',
};

/** Turns a dynamic import of such a module into an import of its bundle. */
const importOnDemand = {
  name: 'import-on-demand',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const file = `${relative('.', join(resolveDir, path)).replaceAll('\\', '/')}.ts`;
      const [name] = Object.entries(onDemand).find(([, module]) => module === file) ?? [];
      return name !== undefined && kind === 'dynamic-import'
        ? { path: `./${name}.js`, external: true }
        : undefined;
    });
  },
};

/**
 * What is used of the YAML library. It is the largest thing that the server and the extension host both
 * need, so it is in the package once; the server looks for it beside itself.
 */
const yamlBundle = {
  ...shared,
  stdin: {
    contents: `export {
      Composer, isAlias, isCollection, isMap, isNode, isPair, isScalar, isSeq, Lexer, parseDocument, Parser,
      visit,
    } from './node_modules/yaml/browser/dist/index.js';`,
    resolveDir: '.',
  },
  outfile: 'dist/yaml.js',
  plugins: [withoutYamlWriter],
};

/** Takes the library from its bundle. */
const yamlFromBundle = {
  name: 'yaml-from-bundle',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^yaml$/ }, () => ({ path: './yaml.js', external: true }));
  },
};

const extensionHost = {
  ...shared,
  external: ['vscode'],
  plugins: [importOnDemand, yamlFromBundle],
  // The extension host loads CommonJS; an import of a bundle becomes a call of require.
  supported: { 'dynamic-import': false },
};

const bundles = {
  extension: {
    ...extensionHost,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'dist/extension.js',
  },
  ...Object.fromEntries(
    Object.entries(onDemand).map(([name, module]) => [
      name,
      { ...extensionHost, entryPoints: [module], outfile: `dist/${name}.js` },
    ]),
  ),
  server: {
    ...shared,
    entryPoints: ['server/src/main.node.ts'],
    outfile: 'dist/server.js',
    plugins: [withoutRuleTexts, yamlFromBundle],
    banner: { js: '#!/usr/bin/env node' },
  },
  yaml: yamlBundle,
};

if (flags.has('--watch')) {
  const contexts = await Promise.all(Object.values(bundles).map((options) => context(options)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  rmSync('dist', { recursive: true, force: true });
  const metafiles = [];
  for (const [name, options] of Object.entries(bundles)) {
    const { metafile } = await build(options);
    metafiles.push(metafile);
    if (flags.has('--metafile')) writeFileSync(`dist/${name}.meta.json`, JSON.stringify(metafile));
  }
  writeFileSync('dist/ThirdPartyNotices.txt', thirdPartyNotices(metafiles));
}
