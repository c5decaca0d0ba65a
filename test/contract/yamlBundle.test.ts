// The YAML library has a bundle of its own, which holds what the others take from it and no more.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';

/** The values that a module imports from the library; types cost nothing. */
function importedFrom(text: string): readonly string[] {
  return [...text.matchAll(/^import \{([^}]*)\} from 'yaml';$/gm)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );
}

test('it has each value that is imported, and nothing else', () => {
  const wanted = new Set(
    sourceFiles('server/src', 'client/src').flatMap((file) =>
      importedFrom(readFileSync(file, 'utf8')),
    ),
  );
  const bundle = createRequire(import.meta.url)(
    join(import.meta.dirname, '../../dist/yaml.js'),
  ) as object;
  expect(Object.keys(bundle).sort()).toEqual([...wanted].sort());
});
