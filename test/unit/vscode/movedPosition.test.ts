// A place in a document that is edited: it moves with its text.
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { movedPosition, type TextChange } from '../../../client/src/vscode/views/movedPosition';

const change = (
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): TextChange => {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  return { range: { start: start!, end: end! }, text };
};

const text = 'a: 1\n---\nb: 22\nc: 333\n';
/** Of `22` */
const position = { line: 2, character: 3 };

describe('a position moves with its text when', () => {
  test.each<readonly [string, readonly TextChange[]]>([
    ['lines come before it', [change([0, 0], [0, 0], 'x: 0\n---\n')]],
    ['lines before it go', [change([0, 0], [2, 0], '')]],
    ['characters come before it in its line', [change([2, 0], [2, 0], 'x')]],
    ['text comes exactly there', [change([2, 3], [2, 3], '"')]],
    ['its line is broken', [change([2, 2], [2, 2], '\n ')]],
    ['its line is joined to the one before', [change([1, 3], [2, 0], ' ')]],
    ['lines come after it', [change([3, 0], [3, 0], 'x: 0\r\n')]],
    [
      'several edits are made, the last of the file first',
      [change([3, 0], [4, 0], ''), change([0, 0], [1, 0], '')],
    ],
  ])('%s', (_what, changes) => {
    let edited = text;
    for (const { range, text: newText } of changes)
      edited = TextDocument.applyEdits(TextDocument.create('a:', 'b', 1, edited), [
        { range, newText },
      ]);
    const after = TextDocument.create('a:', 'b', 2, edited);
    expect(edited.slice(after.offsetAt(movedPosition(position, changes)))).toMatch(/^22\n/);
  });
});

test('stays where it is when all text is replaced by as many lines', () => {
  expect(movedPosition(position, [change([0, 0], [4, 0], text)])).toEqual(position);
});

test('is at the end of the new text when that is shorter', () => {
  expect(movedPosition(position, [change([0, 0], [4, 0], 'a: 1\n')])).toEqual({
    line: 1,
    character: 0,
  });
});
