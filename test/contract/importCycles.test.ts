// No file and no folder of the client core depends on itself by way of others.
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { importCycles } from '../support/importCycles';
import { sourceFiles } from '../support/sourceFiles';

const root = 'client/src/core';

test('the client core has no import cycle', () => {
  const sources = sourceFiles(root).map(
    (file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')] as const,
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(importCycles(new Map(sources))).toEqual({ files: [], folders: [] });
});

/** Sources by path, each with the modules that it imports. */
const sourcesOf = (imports: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(imports).map(([file, modules]) => [
      file,
      modules.map((name) => `import type { X } from '${name}';\n`).join(''),
    ]),
  );

test('a cycle of files is found, without those that only lead to it', () => {
  const sources = sourcesOf({
    'plan/a.ts': ['./b', '../model/x'],
    'plan/b.ts': ['./c'],
    'plan/c.ts': ['./a', 'yaml', '../../../protocol/a'],
    'plan/d.ts': ['./a'],
    'model/x.ts': [],
  });
  expect(importCycles(sources)).toEqual({
    files: [['plan/a.ts', 'plan/b.ts', 'plan/c.ts']],
    folders: [],
  });
});

test('a cycle of folders is found, also where no file is on one', () => {
  const sources = sourcesOf({
    'apply/a.ts': ['../plan/deep/b'],
    'plan/deep/b.ts': [],
    'plan/c.ts': ['../cloud'],
    'cloud/index.ts': ['../apply/d'],
    'apply/d.ts': [],
  });
  expect(importCycles(sources)).toEqual({ files: [], folders: [['apply', 'cloud', 'plan']] });
});

test.each([
  ["export * from './b';"],
  ["export { x } from './b';"],
  ["const b = await import('./b');"],
  ["let x: import('./b').X;"],
  ["import './b';"],
])('%s counts', (text) => {
  const sources = new Map([
    ['m/a.ts', text],
    ['m/b.ts', "import './a';"],
  ]);
  expect(importCycles(sources).files).toEqual([['m/a.ts', 'm/b.ts']]);
});
