// Formatting before and after, from the case files beside this one.
//
//   ### title of the case
//   a:   1
//   #=> line 1 to 1
//   a: 1
//
// Behind the arrow may stand the lines to format (of several ranges, too), or `4 columns` for the width of an indentation. A
// `·` stands for a blank that nobody would see, and `¶` for the end of a file without a line break.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot, formatDocument, formatRanges } from '../../server/src/service';

interface FormatCase {
  readonly title: string;
  readonly before: string;
  readonly how: string;
  readonly after: string;
}

const folder = `${import.meta.dirname}/formatting`;
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

function readCases(content: string): readonly FormatCase[] {
  const parts = content.split(/^### (.*)\n/m).slice(1);
  return parts.flatMap((title, at) => {
    if (at % 2 === 1) return [];
    const [before = '', how = '', after = ''] = (parts[at + 1] ?? '').split(/^#=>(.*)\n/m);
    return [{ title, before: shown(before), how, after: shown(after) }];
  });
}

const shown = (text: string): string => text.replaceAll('·', ' ').replace('¶\n', '');

function format(text: string, how: string): string {
  const snapshot = createSnapshot(text);
  const options = { tabSize: Number(/(\d+) columns/.exec(how)?.[1] ?? 2) };
  const ranges = [...how.matchAll(/line (\d+)(?: to (\d+))?/g)].map(([, first, last = first]) => ({
    start: { line: Number(first) - 1, character: 2 },
    end: { line: Number(last) - 1, character: 3 },
  }));
  const edits =
    ranges.length === 0
      ? formatDocument(snapshot, options)
      : formatRanges(snapshot, ranges, options);
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'vpnconn', 1, text), edits);
}

describe.each(files)('%s', (file) => {
  const cases = readCases(readFileSync(`${folder}/${file}`, 'utf8'));

  test('holds cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  test.each(cases.map((each) => [each.title, each] as const))('%s', (_title, each) => {
    expect(format(each.before, each.how)).toBe(each.after);
  });

  test.each(cases.map((each) => [each.title, each] as const))('%s (CRLF)', (_title, each) => {
    const [before = '', after] = [each.before, each.after].map((text) =>
      text.replaceAll('\n', '\r\n'),
    );
    const result = format(before, each.how);
    // A file of one line without an end shows no line break to follow.
    expect(before.includes('\r\n') ? result : result.replace('\n', '\r\n')).toBe(after);
  });
});
