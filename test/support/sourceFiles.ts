// The source files of the product, for tests that look at the code itself.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all TypeScript files below the folders, relative to the repository. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
}
