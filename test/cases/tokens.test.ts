// Which texts are tokens of which kind, from the case files in tokens/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createSnapshot, semanticTokens } from '../../server/src/service';
import { decodeTokens } from '../support/decodeTokens';
import { withMarks, withoutMarks } from '../support/markedText';

interface TokenCase {
  readonly title: string;
  /** The file; in front of each token stands its type with its modifiers. */
  readonly text: string;
  /** First and last line that the editor asks for; the whole file without. */
  readonly lines?: readonly [number, number];
}

const folder = join(import.meta.dirname, 'tokens');

function marked(text: string, { lines }: TokenCase): string {
  const range = lines && {
    start: { line: lines[0], character: 0 },
    end: { line: lines[1], character: 0 },
  };
  return withMarks(text, decodeTokens(semanticTokens(createSnapshot(text), range).data));
}

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = parse(readFileSync(join(folder, file), 'utf8')) as readonly TokenCase[];
  test.each(cases)('$title', (each) => {
    expect(marked(withoutMarks(each.text), each)).toBe(each.text);
  });
  test.each(cases)('$title (CRLF)', (each) => {
    const windows = each.text.replaceAll('\n', '\r\n');
    expect(marked(withoutMarks(windows), each)).toBe(windows);
  });
});
