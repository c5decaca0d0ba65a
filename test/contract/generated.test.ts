// Every generated file is what `npm run generate` would write now.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/generate.mjs';

const root = resolve(import.meta.dirname, '../..');

test.each(
  generated.map(({ file, build }) => [relative(root, fileURLToPath(file)), file, build] as const),
)('%s is up to date', async (_name, file, build) => {
  expect(readFileSync(file, 'utf8') === (await build()), 'run: npm run generate').toBe(true);
});
