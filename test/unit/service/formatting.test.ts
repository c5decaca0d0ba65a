// What formatting must leave as it is, and options that make no sense.
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot, formatDocument } from '../../../server/src/service';

function formatted(text: string, tabSize = 2): string {
  const edits = formatDocument(createSnapshot(text), { tabSize });
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'vpnconn', 1, text), edits);
}

test('a byte order mark stays and takes no column', () => {
  expect(formatted('\uFEFFa:   1\n')).toBe('\uFEFFa: 1\n');
  expect(formatted('\uFEFF# c\na:\n    b:   1\n')).toBe('\uFEFF# c\na:\n  b: 1\n');
});

test('each line keeps its kind of line break', () => {
  expect(formatted('a:  1 \rb:  2 \nc:  3 \r')).toBe('a: 1\rb: 2\nc: 3\r');
  expect(formatted('a:  1 \r\nb:  2 \nc:  3 \r\n')).toBe('a: 1\r\nb: 2\nc: 3\r\n');
});

test('a new end of the last line follows the line break above', () => {
  expect(formatted('a: 1\nb: 2\r\nc: 3')).toBe('a: 1\nb: 2\r\nc: 3\r\n');
});

test.each([
  ['a tab as indentation', 'a:\n\tb:   1\n'],
  ['an explicit key', '? a\n:   b\n'],
  ['an unfinished line', 'a:\n  b:   1\n  unfin\n  c:   2\n'],
])('%s leaves the document alone', (_what, text) => {
  expect(formatted(text)).toBe(text);
});

test('a no-break space at the end of a comment is part of it', () => {
  expect(formatted('a:   1 # b\u00A0\n')).toBe('a: 1 # b\u00A0\n');
});

test.each([0, -1, 9, 2.5, NaN])('an indentation of %s columns counts as two', (tabSize) => {
  expect(formatted('a:\n   b: 1\n', tabSize)).toBe('a:\n  b: 1\n');
});

test.each([1, 8])('an indentation of %s columns is possible', (tabSize) => {
  expect(formatted('a:\n   b: 1\n', tabSize)).toBe(`a:\n${' '.repeat(tabSize)}b: 1\n`);
});

test('a file of many blank lines takes one edit for all of them', () => {
  const text = `a: 1\n${'\n'.repeat(3_000)}b: 2\n`;
  const edits = formatDocument(createSnapshot(text), { tabSize: 2 });
  expect(edits).toEqual([
    {
      range: { start: { line: 2, character: 0 }, end: { line: 3_001, character: 0 } },
      newText: '',
    },
  ]);
});
