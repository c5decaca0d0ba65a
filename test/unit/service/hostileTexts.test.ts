// Texts that nobody writes on purpose: each has one problem for its one cause, and the work that it
// makes is bounded by the limits, not by its length.
import { describe, expect, test } from 'vitest';
import { createSnapshot, diagnostics } from '../../../server/src/service';
import {
  maxDocumentLength,
  maxDocuments,
  maxFileLength,
  maxParts,
} from '../../../server/src/service/document/limits';
import { ParseBudget } from '../../../server/src/service/document/work';
import { updateText } from '../../support/updateText';

const doc = updateText('name: a');

/** `head` with `unit` behind it, until the text is about 60,000 characters long. */
function long(unit: string, head = doc): string {
  return head + unit.repeat(Math.floor(60_000 / unit.length));
}

/** Lists of nine times the list before: 9 to the power of 9 values. */
const aliasBomb = `x-a: &a [1]\n${Array.from('bcdefghij', (name, at) => {
  const before = 'abcdefghi'.charAt(at);
  return `x-${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]\n`;
}).join('')}${doc}`;

const mergeBomb = `x-m0: &m0 {k: 1}\n${Array.from({ length: 30 }, (_, at) => {
  const sources = Array(9).fill(`*m${at}`).join(', ');
  return `x-m${at + 1}: &m${at + 1} {<<: [${sources}]}\n`;
}).join('')}${doc}`;

const conflict = `${doc}<<<<<<< HEAD\n  psk: a\n=======\n  psk: b\n>>>>>>> x\n`;

/** One error of this code on each of these lines. */
function lines(code: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${code} ${first + at}`);
}

/** Errors of a file as `code line`, in its order, lines from 1. */
function errorsOf(text: string): readonly string[] {
  const errors = diagnostics(createSnapshot(text), 'file:///a').filter(
    ({ severity }) => severity === 1,
  );
  return errors.map(({ code, range }) => {
    expect(range.start.line, 'on one line').toBe(range.end.line);
    return `${String(code)} ${range.start.line + 1}`;
  });
}

describe('one problem for one cause', () => {
  const value = (text: string): string => doc.replace('name: a', `name: ${text}`);
  test.each<readonly [name: string, text: string, errors: readonly string[]]>([
    ['an open double quote', value('"a'), ['yaml/syntax 4']],
    [
      'an open double quote above words',
      long('a\n', value('"a')).slice(0, 3000),
      ['yaml/syntax 4'],
    ],
    ['an open single quote', value("'a"), ['yaml/syntax 4']],
    ['an open bracket', value('[a'), ['yaml/syntax 4']],
    ['colons', value('a: b: c: '.repeat(100)), ['yaml/limits 4']],
    ['some colons', value('a: b: c: '.repeat(10)), ['yaml/syntax 4']],
    ['stars', value('*a '.repeat(500)), ['yaml/syntax 4']],
    ['anchors', value('&a '.repeat(500)), ['yaml/syntax 4']],
    ['tags', value('!a '.repeat(500)), ['yaml/syntax 4']],
    ['tabs', `${doc}${'\t'.repeat(1000)}`, []],
    ['tabs and text', `${doc}\t\tx\n\t\ty\n\t\tz\n`, ['yaml/tab 5']],
    ['one line of 10 MB', `${doc.trimEnd()}${'a'.repeat(10_000_000)}`, ['yaml/limits 1']],
    ['10 MB of lines', `${doc}${'  - 10.0.0.0/24\n'.repeat(600_000)}`, ['yaml/limits 1']],
    ['60,000 documents', `${doc}---\n`.repeat(60_000), ['yaml/limits 1']],
    ['brackets 10,000 deep', value('['.repeat(10_000)), ['yaml/limits 4']],
    ['braces 10,000 deep', value('{a: '.repeat(10_000)), ['yaml/limits 4']],
    ['dashes 10,000 deep', '- '.repeat(10_000), ['yaml/limits 1']],
    ['questions 10,000 deep', '? '.repeat(10_000), ['yaml/limits 1']],
    [
      'blocks 300 deep',
      Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}k:\n`).join(''),
      ['yaml/limits 101'],
    ],
    [
      'lists in blocks 60 deep',
      Array.from({ length: 60 }, (_, at) => `${' '.repeat(at)}k:\n${' '.repeat(at)}- \n`).join(''),
      ['yaml/limits 1'],
    ],
    ['an alias bomb', aliasBomb, ['yaml/limits 1']],
    ['a merge bomb', mergeBomb, ['yaml/limits 1']],
    [
      'the same key again and again',
      `${doc}${'  name: b\n'.repeat(1000)}`,
      lines('yaml/duplicate-key', 5, 12),
    ],
    ['unfinished lines', `${doc}${'  wor\n'.repeat(1000)}`, lines('yaml/syntax', 5, 12)],
    ['directives', `${'%YAML 1.2\n'.repeat(1000)}---\n${doc}`, []],
    ['directives without end', '%YAML 1.2\n'.repeat(1000), ['yaml/syntax 1000']],
    ['unknown directives', `${'%FOO bar\n'.repeat(1000)}---\n${doc}`, []],
    ['NUL in a value', value('a\0b'), ['yaml/syntax 4']],
    ['many NUL', '\0'.repeat(10_000), ['yaml/syntax 1']],
    ['NUL lines', `${doc}${'\0\n'.repeat(1000)}`, ['yaml/syntax 5']],
    ['a control character in a comment', `${doc}# \x01`, ['yaml/syntax 5']],
    ['UTF-16 read as UTF-8', doc.replaceAll('', '\0'), ['yaml/syntax 1']],
    ['tabs, NEL and emoji in a comment', `${doc}# \t\x85\u{1F600}\n`, []],
    ['conflict markers', conflict, ['yaml/conflict-markers 5']],
    ['conflict markers with CR', conflict.replaceAll('\n', '\r'), ['yaml/conflict-markers 5']],
    ['no conflict marker behind a line separator', `x-a: "b\u2028>>>>>>> c"\n${doc}`, []],
    ['nor behind a paragraph separator', `${doc}# b\u2029<<<<<<<\n`, []],
    ['conflict markers with CRLF', conflict.replaceAll('\n', '\r\n'), ['yaml/conflict-markers 5']],
    ['CR only', doc.replaceAll('\n', '\r'), []],
    [
      'CR only, several documents',
      `${doc}---\n${doc}  name: b\n`.replaceAll('\n', '\r'),
      ['yaml/duplicate-key 10'],
    ],
    ['lone surrogates', value('\uD83D'.repeat(10)), ['yaml/syntax 4']],
    ['byte order marks', `\uFEFF${doc}---\n`.repeat(3), ['yaml/syntax 6', 'yaml/syntax 11']],
    [
      'binary',
      Array.from({ length: 5000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join(''),
      ['yaml/syntax 1'],
    ],
    [
      'text that is no YAML',
      'Dear all,\nplease find attached the new key.\nRegards\n'.repeat(20),
      ['schema/type 1'],
    ],
    ['JSON', '{"vpn_connection": {"name": "a"}', ['yaml/syntax 1']],
    ['XML', '<?xml version="1.0"?>\n<a>\n  <b>c</b>\n</a>\n', ['schema/type 1']],
  ])('%s', (_name, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('an invisible character is named where it stands', () => {
  const nul = 'An invisible NUL character stands here. Delete it.';
  const control = 'An invisible control character stands here. Delete it.';
  const half = 'Half of a character stands here; the other half is missing. Delete it.';
  test.each<readonly [name: string, line: string, start: number, end: number, says: string]>([
    ['NUL in a key', '  na\0me: a', 4, 5, nul],
    ['several NUL', '  # a\0\0\0b', 5, 8, nul],
    ['backspace', '  name: a # \x08', 12, 13, control],
    ['escape, in quotes', '  psk: "\x1B"', 8, 9, control],
    ['delete', '  name: a\x7F', 9, 10, control],
    ['a C1 control', '  name: a\x9F', 9, 10, control],
    ['no character at all', '  name: a\uFFFE', 9, 10, control],
    ['a low surrogate', '  name: a\uDC00b', 9, 10, half],
    ['a high surrogate in front of a pair', '  # \uD83D\u{1F600}', 4, 5, half],
  ])('%s', (_name, line, start, end, says) => {
    const found = diagnostics(createSnapshot(`${doc}${line}\n`), 'file:///a');
    expect(found).toEqual([
      expect.objectContaining({
        code: 'yaml/syntax',
        severity: 1,
        range: { start: { line: 4, character: start }, end: { line: 4, character: end } },
        message: expect.stringContaining(says) as unknown,
      }),
    ]);
  });
});

describe('the limits', () => {
  const blocks = (levels: number): string =>
    Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}k:\n`).join('');
  const list = (items: number): string => `x-a:\n${'  - a\n'.repeat(items)}`;

  test.each<readonly [name: string, within: string, beyond: string]>([
    ['length', `# ${'a'.repeat(maxDocumentLength - 2)}`, `# ${'a'.repeat(maxDocumentLength - 1)}`],
    [
      'brackets',
      `x-a: ${'['.repeat(99)}${']'.repeat(99)}`,
      `x-a: ${'['.repeat(100)}${']'.repeat(100)}`,
    ],
    ['colons', `${'a: '.repeat(100)}1`, `${'a: '.repeat(101)}1`],
    ['dashes', `${'- '.repeat(99)}a`, `${'- '.repeat(100)}a`],
    ['blocks', blocks(100), blocks(101)],
    ['parts', list((maxParts - 2) / 2), `${list((maxParts - 2) / 2)}\n`],
    [
      'documents',
      `${'x-a: 1\n---\n'.repeat(maxDocuments - 1)}x-a: 1`,
      `${'x-a: 1\n---\n'.repeat(maxDocuments)}x-a: 1`,
    ],
  ])('are exact: %s', (_name, within, beyond) => {
    const isBeyond = (text: string): boolean =>
      errorsOf(text).some((each) => each.startsWith('yaml/limits'));
    expect([within, beyond].map(isBeyond)).toEqual([false, true]);
  });

  test('of a file are exact', () => {
    const part = `# ${'a'.repeat(maxDocumentLength / 2 - 7)}\n---`;
    const text = `${part}\n`.repeat(maxFileLength / (part.length + 1));
    expect(text.length).toBe(maxFileLength);
    expect(errorsOf(text)).toEqual([]);
    expect(errorsOf(`${text}\n`)).toEqual(['yaml/limits 1']);
  });

  test.each([
    ['too long', `\n# a comment\n${'#\n'.repeat(maxFileLength / 2)}`],
    ['too many documents', `\n# a comment\n${'x-a: 1\n---\n'.repeat(maxDocuments + 1)}`],
  ])('of a file are reported where its text begins: %s', (_name, text) => {
    const [found] = diagnostics(createSnapshot(text), 'file:///a');
    expect(found?.range).toEqual({
      start: { line: 1, character: 0 },
      end: { line: 1, character: '# a comment'.length },
    });
  });

  test('the larger a text, the less often it is parsed for one request', () => {
    const parses = (parts: number): number => {
      const budget = new ParseBudget('\n'.repeat(parts));
      let taken = 0;
      while (budget.take()) taken++;
      return taken;
    };
    expect([100, 1000, maxParts, maxParts * 10].map(parses)).toEqual([80, 8, 2, 1]);
  });
});
