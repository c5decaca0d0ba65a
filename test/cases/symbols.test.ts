// The outline of a file, from the case files in symbols/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { parse } from 'yaml';
import { createSnapshot, documentSymbols } from '../../server/src/service';

interface SymbolCase {
  readonly title: string;
  readonly text: string;
  /** Every entry on a line of its own, `NAME` or `NAME = DETAIL`, those in another one indented. */
  readonly outline: readonly string[];
}

const folder = join(import.meta.dirname, 'symbols');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly SymbolCase[];
  test.each(cases)('$title', ({ text, outline }) => {
    expect(outlined(documentSymbols(createSnapshot(text)))).toEqual(outline);
  });
});

function outlined(symbols: readonly DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    detail === undefined ? name : `${name} = ${detail}`,
    ...outlined(children).map((line) => `  ${line}`),
  ]);
}
