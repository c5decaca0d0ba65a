// A text that is written as a scalar reads back as the same text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { quoteScalar } from '../../../server/src/service/document/quoteScalar';

const spicy = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...Array.from(' :#-?,[]{}&*!|>\'"%@`~=<\\\n\r\t0123456789.eExXtruenull+_\u0085\u2028\uFEFF'),
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

describe('quoteScalar', () => {
  test.each([
    ['site-a', 'site-a'],
    ['', "''"],
    ['0123456789', "'0123456789'"],
    ['0x1F', "'0x1F'"],
    ['1e10', "'1e10'"],
    ['true', "'true'"],
    ['~', "'~'"],
    ['null', "'null'"],
    ['!x', "'!x'"],
    ['a #b', "'a #b'"],
    ['a: b', "'a: b'"],
    ["it's", "it's"],
    ["'", "''''"],
    ['- a', "'- a'"],
    [' a', "' a'"],
    ['a\nb', '"a\\u000ab"'],
    ['\u0000', '"\\u0000"'],
    ['a, b', 'a, b'],
  ])('%j in a block becomes %s', (text, expected) => {
    expect(quoteScalar(text, 'block')).toBe(expected);
  });

  test('commas and brackets need quotes in a flow collection only', () => {
    expect(quoteScalar('a, b', 'flow')).toBe("'a, b'");
    expect(quoteScalar('a]', 'flow')).toBe("'a]'");
    expect(quoteScalar('a]', 'block')).toBe('a]');
  });

  test('quotes that stand there already are kept where they can hold the text', () => {
    expect(quoteScalar('a"b', 'block', 'double')).toBe('"a\\"b"');
    expect(quoteScalar('a', 'block', 'single')).toBe("'a'");
    expect(quoteScalar('a\tb', 'block', 'single')).toBe('"a\\u0009b"');
  });

  test('any text reads back, on one line, in a block and in a flow collection', () => {
    fc.assert(
      fc.property(
        spicy,
        fc.constantFrom('plain' as const, 'single' as const, 'double' as const),
        (text, preferred) => {
          const block = quoteScalar(text, 'block', preferred);
          const flow = quoteScalar(text, 'flow', preferred);
          expect(block + flow).not.toMatch(/[\r\n]/);
          expect(parse(`a: ${block}\nb: 1\n`)).toEqual({ a: text, b: 1 });
          expect(parse(`- ${block}\n- b\n`)).toEqual([text, 'b']);
          expect(parse(`{a: ${flow}, b: [${flow}, ${flow}]}\n`)).toEqual({
            a: text,
            b: [text, text],
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
