import { describe, expect, test } from 'vitest';
import { pointerSegments, valueAt, withValueAt } from '../../../server/src/protocol/json';

const body = { a: { 'b/c': [1, { '~x': 2 }] }, '': 3 };

test.each([
  ['', []],
  ['/', ['']],
  ['/a/b~1c/~0x', ['a', 'b/c', '~x']],
  ['/~01', ['~1']],
])('the segments of %j', (pointer, expected) => {
  expect(pointerSegments(pointer)).toEqual(expected);
});

test.each([
  ['', body],
  ['/a/b~1c/0', 1],
  ['/a/b~1c/1/~0x', 2],
  ['/', 3],
  ['/missing', undefined],
  ['/a/b~1c/2', undefined],
  ['/a/b~1c/x', undefined],
  ['/a/b~1c/', undefined],
  ['/toString', undefined],
  ['/a/b~1c/0/x', undefined],
])('the value at %j', (pointer, expected) => {
  expect(valueAt(body, pointer)).toEqual(expected);
});

describe('withValueAt', () => {
  test.each([
    ['/a/b~1c/1/~0x', '{"a":{"b/c":[1,{"~x":"new"}]},"":3}'],
    ['/a/b~1c/1/deep/er', '{"a":{"b/c":[1,{"~x":2,"deep":{"er":"new"}}]},"":3}'],
    ['/a/x', '{"a":{"b/c":[1,{"~x":2}],"x":"new"},"":3}'],
    ['/x/y', '{"a":{"b/c":[1,{"~x":2}]},"":3,"x":{"y":"new"}}'],
    ['//y', '{"a":{"b/c":[1,{"~x":2}]},"":{"y":"new"}}'],
    ['/a/b~1c/2', '{"a":{"b/c":[1,{"~x":2}]},"":3}'],
    ['/a/b~1c/x/y', '{"a":{"b/c":[1,{"~x":2}]},"":3}'],
  ])('%s copies, keeps the order of the keys, and extends no list', (pointer, expected) => {
    expect(JSON.stringify(withValueAt(body, pointer, 'new'))).toBe(expected);
    expect(JSON.stringify(body)).toBe('{"a":{"b/c":[1,{"~x":2}]},"":3}');
  });

  test('a key named __proto__ stays a key', () => {
    const hostile = JSON.parse('{"__proto__":{"x":1}}');
    expect(JSON.stringify(withValueAt(hostile, '/__proto__/x', 2))).toBe('{"__proto__":{"x":2}}');
    expect(JSON.stringify(withValueAt({}, '/__proto__/x', 2))).toBe('{"__proto__":{"x":2}}');
  });
});
