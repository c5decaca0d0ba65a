// Keeps the half of the YAML library that writes documents out of the bundles: we read YAML, and change
// files by small edits of their text, so what it would write is never asked for.
import { readFile } from 'node:fs/promises';

/** An esbuild plugin that puts functions that throw in the place of those that write YAML. */
export const withoutYamlWriter = {
  name: 'without-yaml-writer',
  setup: ({ onLoad }) => {
    onLoad({ filter: /yaml[\\/]browser[\\/]dist[\\/]stringify[\\/].+\.js$/ }, async ({ path }) => {
      const names = exportsOf(await readFile(path, 'utf8'));
      return {
        contents: [
          `const absent = () => { throw new Error('The YAML writer is not in this bundle.'); };`,
          `export { ${names.map((name) => `absent as ${name}`).join(', ')} };`,
        ].join('\n'),
      };
    });
  },
};

/** The names that a module of the library exports, all in one list at its end. */
function exportsOf(source) {
  const [, list] = /^export \{ (.+) \};$/m.exec(source) ?? [];
  if (list === undefined) throw new Error('The modules of the YAML library look different now.');
  return list.split(', ');
}
