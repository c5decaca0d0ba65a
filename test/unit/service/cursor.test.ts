// Where a cursor stands, by the text alone: role, pointer, and what an item would replace.
import { describe, expect, test } from 'vitest';
import { locateCursor } from '../../../server/src/service/document/cursor';
import { projectReading } from '../../../server/src/service/document/cursorPlace';
import { cursorMark } from '../../support/completionEdit';

function readingsAt(marked: string): readonly string[] {
  const at = marked.indexOf(cursorMark);
  const text = marked.replace(cursorMark, '');
  return [...locateCursor(text, at)].map(({ role, pointer, span, lead }) => {
    const replaced = text.slice(span.start, span.end);
    return `${role} ${pointer || '(root)'}${lead && ` + "${lead}"`}${replaced && ` > ${replaced}`}`;
  });
}

/** Text with a cursor, and the readings in the order in which they are tried. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['<|>', 'key (root)', 'value (root)', 'item /0 + "- "'],
  ['a: 1\n<|>', 'key (root)'],
  ['a: 1\n<|>\nb: 2', 'key (root)'],
  ['a:\n  <|>', 'key /a', 'value /a', 'item /a/0 + "- "'],
  ['a:\n<|>', 'key (root)', 'item /a/0 + "- "'],
  ['a:\n  b: 1\n  <|>\n  c: 2', 'key /a'],
  ['a:\n  b: 1\n<|>\n  c: 2'],
  ['a:\n  b: 1\n    <|>\n  c: 2'],
  ['a:\n  b: 1\n   <|>'],
  ['a:\n  b<|>\n  c: 2', 'key /a > b'],
  ['a:\n  b<|>c: 2', 'key /a > bc'],
  ['a:\n  b<|>c : 2', 'key /a > bc'],
  ['<|>a: 1', 'key (root) > a'],
  ['a<|>\n  b: 1', 'key (root) > a'],
  ['a: <|>', 'value /a'],
  ['a:<|>', 'value /a + " "'],
  ['a:   <|>   \nb: 1', 'value /a'],
  ['a: x<|>y', 'value /a > xy'],
  ['a: x<|>y # z', 'value /a > xy'],
  ['a: x <|>'],
  ['a: x <|>y'],
  ['a: http://x<|>', 'value /a > http://x'],
  ['a: x-<|>', 'value /a > x-'],
  ['"a":<|>', 'value /a + " "'],
  ['"a<|>": 1', 'key (root) > "a"'],
  ['a: "x<|>y"', 'value /a > "xy"'],
  ['a: "x y<|>"', 'value /a > "x y"'],
  ["a: '<|>'", "value /a > ''"],
  ['a: "x<|>', 'value /a > "x'],
  ['a: "x<|>\nb: "y"', 'value /a > "x'],
  ['a: "x<|> y'],
  ['- <|>', 'item /0', 'key /0'],
  ['-<|>', 'item /0 + " "', 'key /0 + " "'],
  ['- a\n- <|>', 'item /1', 'key /1'],
  ['- a\n<|>', 'item /1 + "- "'],
  ['- a\n<|>\n- b', 'item /1 + "- "'],
  ['- a\nb<|>\n- c', 'item /1 + "- " > b'],
  ['- a: 1\n  <|>', 'key /0'],
  ['- a: 1\n<|>', 'item /1 + "- "'],
  ['- - <|>', 'item /0/0', 'key /0/0'],
  ['k:\n- a\n<|>', 'key (root)', 'item /k/1 + "- "'],
  ['{<|>}', 'key (root)'],
  ['{a: 1, <|>}', 'key (root)'],
  ['{a: <|>}', 'value /a'],
  ['{a:<|>, b: 1}', 'value /a + " "'],
  ['{"a":<|>}', 'value /a + " "'],
  ['{a<|>: 1}', 'key (root) > a'],
  ['[<|>]', 'item /0'],
  ['[a, <|>]', 'item /1'],
  ['[a, b<|>c, d]', 'item /1 > bc'],
  ['a: [b, <|>\nc: 1', 'item /a/1', 'key /a/1'],
  ['a:\n  b: [\n    c,\n    <|>\n  d: 1', 'key /a/b/1', 'item /a/b/1'],
  ['a:\n  b: [c\n  <|>\n  d: 1', 'key /a'],
  ['a: {b: {<|>', 'key /a/b'],
  ['a: !<|>', 'value /a > !'],
  ['a: !x<|> y', 'value /a > !x'],
  ['a: !x <|>', 'value /a'],
  ['a: *<|>'],
  ['a: &<|>'],
  ['a: |\n  <|>\nb: 1'],
  ['a: |\n  x\n<|>\nb: 1', 'key (root)'],
  ['# <|>'],
  ['a: 1 # <|>'],
  ['--- <|>\na: 1'],
  ['---<|>'],
  ['---\n<|>', 'key (root)', 'value (root)', 'item /0 + "- "'],
  ['a: 1\n...\n<|>', 'key (root)', 'value (root)', 'item /0 + "- "'],
  ['%YAML 1.2\n---\n<|>', 'key (root)', 'value (root)', 'item /0 + "- "'],
  ['a: 1\r\n<|>\r\nb: 2\r\n', 'key (root)'],
  ['a: x<|>\r\nb: 2\r\n', 'value /a > x'],
  ['\uFEFFa: 1\n<|>', 'key (root)'],
  ['<|>\uFEFFa: 1'],
  ['a/b~c:\n  <|>d: 1', 'key /a~1b~0c > d'],
  ['名: "😀<|>"', 'value /名 > "😀"'],
  ['a:\n  x\n  <|>\n  y\n  b: 1', 'key /a'],
  ['a:\n  b: "x\n  c: <|>\n  d: "y"', 'value /a/c'],
  ['a:\n  b: [x\n  c: <|>\n  d: [y', 'value /a/c'],
  ['a: 1\n  b: 2\nc:\n  d: <|>', 'value /c/d'],
  ['a: @x\nb: %y\nc: <|>', 'value /c'],
  ['"a": 1\n"b": c: d\n"e":\n  <|>', 'key /e', 'value /e', 'item /e/0 + "- "'],
  ['a: [\n  b: 1\nc: {x: ]\nd:\n  <|>', 'key /d', 'value /d', 'item /d/0 + "- "'],
  ['<<<<<<< HEAD\na: 1\n=======\n>>>>>>> b\n<|>'],
];

describe('the place of a cursor', () => {
  test.each(table)('%j', (marked, ...expected) => {
    expect(readingsAt(marked)).toEqual(expected);
  });

  test('a marker that occurs in the text is told apart from it', () => {
    expect(readingsAt('zCursorz: 1\nzCursorzz: <|>')).toEqual(['value /zCursorzz']);
  });

  test('the data around the cursor is that of the rest of the document', () => {
    const text = 'a: 1\nb: "x\nc: \n';
    const [place] = locateCursor(text, text.length - 1);
    const root = place && projectReading(place.reading);
    expect(root).toMatchObject({
      kind: 'map',
      entries: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
    });
  });
});
