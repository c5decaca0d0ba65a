import { describe, expect, test } from 'vitest';
import { ListMemo } from '../../../server/src/service/listMemo';

describe('a memo of a list', () => {
  const made: string[] = [];
  const make = (element: string): string => {
    made.push(element);
    return element.toUpperCase();
  };
  const madeBy = (work: () => unknown): readonly string[] => {
    made.length = 0;
    work();
    return [...made];
  };

  test('makes what is new at its place, and nothing else', () => {
    const memo = new ListMemo<string, string>();
    expect(madeBy(() => memo.of(['a', 'b', 'c'], make))).toEqual(['a', 'b', 'c']);
    expect(madeBy(() => memo.of(['a', 'x', 'c'], make))).toEqual(['x']);
    expect(memo.of(['a', 'x', 'c'], make)).toEqual(['A', 'X', 'C']);
    expect(madeBy(() => memo.of(['a', 'x', 'c', 'd'], make))).toEqual(['d']);
    expect(memo.of(['a'], make)).toEqual(['A']);
    expect(madeBy(() => memo.of(['a', 'x'], make))).toEqual(['x']);
    expect(memo.of([], make)).toEqual([]);
  });

  test('gives the same list when all results are the same, and another one when one is not', () => {
    const memo = new ListMemo<string, string>();
    const first = memo.of(['a', 'b'], make);
    expect(memo.of(['a', 'B'], make)).toBe(first);
    expect(madeBy(() => memo.of(['a', 'B'], make))).toEqual([]);
    expect(memo.of(['a', 'c'], make)).toEqual(['A', 'C']);
    expect(first).toEqual(['A', 'B']);
    expect(memo.of(['a'], make)).toEqual(['A']);
    expect(memo.of(['a', 'b'], make)).toEqual(['A', 'B']);
  });

  test('shows what the place had before, and keeps a result that is nothing', () => {
    const memo = new ListMemo<number, number | undefined>();
    const odd = (each: number): number | undefined => (each % 2 === 1 ? each : undefined);
    memo.of([1, 2], odd);
    const seen: (number | undefined)[] = [];
    memo.of([3, 2, 4], (each, before) => {
      seen.push(before);
      return odd(each);
    });
    expect(seen).toEqual([1, undefined]);
  });

  test('makes everything anew on demand', () => {
    const memo = new ListMemo<string, string>();
    memo.of(['a', 'b'], make);
    expect(madeBy(() => memo.anew(['a', 'b'], make))).toEqual(['a', 'b']);
  });
});
