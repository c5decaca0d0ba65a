// What growing a selection takes in, step by step, from the case files in selection/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SelectionRange } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createSnapshot, selectionRanges } from '../../server/src/service';
import { readCursor } from '../support/completionEdit';

interface SelectionCase {
  readonly title: string;
  /** The file; `<|>` is the cursor. */
  readonly at: string;
  /** The selected texts, each around the one before; the last one is the whole file. */
  readonly selects: readonly string[];
}

const folder = join(import.meta.dirname, 'selection');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly SelectionCase[];
  test.each(cases)('$title', ({ at, selects }) => {
    expect(selections(at)).toEqual(selects);
  });
  test.each(cases)('$title (CRLF)', ({ at, selects }) => {
    expect(selections(at.replaceAll('\n', '\r\n'))).toEqual(
      selects.map((text) => text.replaceAll('\n', '\r\n')),
    );
  });
});

function selections(marked: string): readonly string[] {
  const { text, position } = readCursor(marked);
  const document = TextDocument.create('', '', 0, text);
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(createSnapshot(text), [position])[0];
  for (; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
  return texts;
}
