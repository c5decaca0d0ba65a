import { describe, expect, test } from 'vitest';
import { splitSegments } from '../../../server/src/service/document/segments';

describe('splitSegments', () => {
  test.each<[string, string, string[]]>([
    ['an empty file is one document', '', ['']],
    ['no marker, one document', 'a: 1\n', ['a: 1\n']],
    ['a marker opens the next document', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    [
      'comments in front of the first marker belong to it',
      '# c\n\n---\na: 1\n',
      ['# c\n\n---\na: 1\n'],
    ],
    [
      'directives in front of a marker belong to it',
      '%YAML 1.2\n---\na: 1\n',
      ['%YAML 1.2\n---\na: 1\n'],
    ],
    ['two markers make an empty document', '---\n---\na: 1\n', ['---\n', '---\na: 1\n']],
    ['an end marker closes its document', 'a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
    [
      'comments between end and start belong to the next',
      'a: 1\n...\n# c\n---\nb: 2\n',
      ['a: 1\n...\n', '# c\n---\nb: 2\n'],
    ],
    ['text behind the marker counts', '--- a: 1\n---\tb: 2\n', ['--- a: 1\n', '---\tb: 2\n']],
    ['longer lines of hyphens are no markers', 'a: 1\n----\n--- \n', ['a: 1\n----\n', '--- \n']],
    ['an indented marker is text', 'a: |\n  ---\nb: 1\n', ['a: |\n  ---\nb: 1\n']],
    ['a marker ends even an open quote', 'a: "x\n---\nb: 1\n', ['a: "x\n', '---\nb: 1\n']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    [
      'a byte order mark in front of a marker',
      '\uFEFF---\na: 1\n---\nb: 2',
      ['\uFEFF---\na: 1\n', '---\nb: 2'],
    ],
    [
      'a byte order mark behind an end marker, in front of a marker',
      'a: 1\n...\n\uFEFF---\nb: 2\n',
      ['a: 1\n...\n', '\uFEFF---\nb: 2\n'],
    ],
    [
      'end markers behind byte order marks',
      'a: 1\n...\n\uFEFF...\n\uFEFF...\nb: 2\n',
      ['a: 1\n...\n', '\uFEFF...\n', '\uFEFF...\n', 'b: 2\n'],
    ],
    [
      'a byte order mark elsewhere hides a marker',
      'a: 1\n\uFEFF---\nb: 2\n',
      ['a: 1\n\uFEFF---\nb: 2\n'],
    ],
    [
      'a line separator of Unicode ends no line',
      '# a\u2028b\n---\nc: 1\n---\n',
      ['# a\u2028b\n---\nc: 1\n', '---\n'],
    ],
    ['a marker at the very end', 'a: 1\n---', ['a: 1\n', '---']],
    ['an end marker at the very end', 'a: 1\n...', ['a: 1\n...']],
  ])('%s', (_title, text, expected) => {
    expect(splitSegments(text)).toEqual(expected);
    expect(splitSegments(text).join('')).toBe(text);
  });
});
