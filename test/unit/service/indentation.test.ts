import { expect, test } from 'vitest';
import { analyze } from '../../../server/src/service/analysis';
import {
  columnOf,
  detectIndentation,
  settleIndentation,
} from '../../../server/src/service/document/indentation';

test.each([
  ['a: 1\n', {}],
  ['a:\n  b: 1\n', { unit: 2 }],
  ['a:\n    b: 1\n', { unit: 4 }],
  ['x: {b: 1}\na:\n   b: 1\n', { unit: 3 }],
  ['a:\n- b\n', { dash: 0 }],
  ['a:\n  - b\n', { dash: 2 }],
  ['a:\n    b:\n    - c\n', { unit: 4, dash: 0 }],
  ['a: [1]\n', {}],
  ['a: &x\n  b: 1\nc: *x\n', { unit: 2 }],
])('%j is indented by %j', (text, expected) => {
  expect(detectIndentation(text, analyze(text).root)).toEqual(expected);
});

test('the first hint that knows decides, lists are indented like blocks unless they show otherwise', () => {
  expect(settleIndentation([])).toEqual({ unit: 2, dash: 2 });
  expect(settleIndentation([{ unit: 4 }, { unit: 2, dash: 0 }])).toEqual({ unit: 4, dash: 0 });
  expect(settleIndentation([{}, { unit: 4 }])).toEqual({ unit: 4, dash: 4 });
});

test('a column counts from the start of its line, without a byte order mark', () => {
  expect(columnOf('ab\ncd', 4)).toBe(1);
  expect(columnOf('\uFEFFab', 2)).toBe(1);
});
