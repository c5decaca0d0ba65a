// Times that people read come from one place; UTC is for what is stored and signed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/sourceFiles';

/** Who may print UTC, and what for. */
const stored: readonly string[] = [
  'client/src/core/cloud/signing/signer.ts',
  'client/src/core/journal/journal.ts',
  'client/src/sandbox/',
  'server/src/protocol/localTime.ts',
];

test('no other file prints a time by itself', () => {
  const printing = sourceFiles('client/src', 'server/src')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) =>
      /toISOString|toUTCString|toLocale(?:Date|Time)?String|toTimeString|getHours|\bUTC\b[`'"]/.test(
        readFileSync(file, 'utf8'),
      ),
    )
    .map((file) => file.slice(file.search(/client\/src|server\/src/)));
  expect(printing.filter((file) => !stored.some((each) => file.startsWith(each)))).toEqual([]);
});
