// Every generated file is what `npm run generate` would write now.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from '../../scripts/generate.mjs';

test.each(
  generated.map(
    ({ file, build }) => [file.pathname.split('/').slice(-2).join('/'), file, build] as const,
  ),
)('%s is up to date', async (_name, file, build) => {
  expect(readFileSync(file, 'utf8') === (await build()), 'run: npm run generate').toBe(true);
});
