// What is looked for in a line takes as long as the line is. The texts are so long that this test would not end
// if it took as long as the square of that.
import { expect, test } from 'vitest';
import { parseYaml } from '../../../server/src/service/document/parseYaml';
import { readRows } from '../../../server/src/service/document/row';
import { findColon, plainEnd, quoteEnd } from '../../../server/src/service/document/rowText';
import { runStart } from '../../../server/src/service/document/span';
import { findUnfinishedRows } from '../../../server/src/service/document/unfinishedRows';
import { valueOnLine } from '../../../server/src/service/document/valueToQuote';
import { analyze, type Analysis } from '../../../server/src/service/analysis';
import { closeUnclosed } from '../../../server/src/service/features/fixes/closeUnclosed';
import { putBlanksBehindColons } from '../../../server/src/service/features/fixes/missingBlanks';
import { removeBetweenCommas } from '../../../server/src/service/features/fixes/removeFromFlow';
import { wrapInList } from '../../../server/src/service/features/fixes/wrapInList';
import type { Problem } from '../../../server/src/service/problem';

const length = 1_000_000;
const spaces = ' '.repeat(length);
const problem: Problem = {
  code: 'yaml/syntax',
  severity: 'error',
  pointer: '',
  span: { start: 0, end: 1 },
  message: 'A mistake.',
};
/** A document of which nothing has been read. */
const unread = (text: string): Analysis => ({ ...analyze(''), text });
const whole = (text: string) => ({ start: 0, end: text.length });

test.each<readonly [name: string, find: () => unknown, found: unknown]>([
  [
    'a colon after many',
    () => findColon('a:b'.repeat(length) + ': c', whole('a:b'.repeat(length) + ': c')),
    3 * length,
  ],
  [
    'a colon in brackets',
    () => findColon(`a [${': '.repeat(length)}`, { start: 0, end: 2 * length }),
    undefined,
  ],
  [
    'a colon in brackets after many',
    () => findColon(`${'a:b'.repeat(length)} [c: d`, { start: 0, end: 3 * length + 6 }),
    undefined,
  ],
  ['the end of a text', () => plainEnd(`a${spaces}b`, { start: 0, end: length + 2 }), length + 2],
  ['the end of a quote', () => quoteEnd(`"${'\\\\'.repeat(length)}"`, 0), 2 * length + 2],
  ['a value after spaces', () => valueOnLine(`${spaces}a`, 0), undefined],
  [
    'a value after dashes',
    () => valueOnLine(`${'- '.repeat(length)}a`, 0),
    { start: 2 * length, end: 2 * length + 1 },
  ],
  ['the start of a run', () => runStart(`${spaces}a`, length + 1, / /), length + 1],
  ['an open quote before spaces', () => closeUnclosed(unread(`"a${spaces}b`), problem, '"'), []],
  [
    'colons without a space, after spaces',
    () =>
      putBlanksBehindColons(unread(`${spaces}name:a`), {
        ...problem,
        span: whole(`${spaces}name:a`),
      })[0]?.edits,
    [{ span: { start: length + 5, end: length + 5 }, text: ' ' }],
  ],
  [
    'an entry after spaces',
    () =>
      removeBetweenCommas({
        text: `[${spaces}a${spaces}b]`,
        spans: [{ start: 2 * length + 2, end: 2 * length + 3 }],
        index: 0,
      }),
    [],
  ],
])('%s', (_name, find, found) => {
  expect(find()).toEqual(found);
});

const count = 20_000;

test.each<readonly [name: string, line: string, unclosed: number]>([
  ['open brackets', '  k: [a\n', count],
  ['open brackets that wait for more', '  k: [\n', count],
  ['open quotes', '  k: "a\n', count],
  ['open quotes in a list', '  - "a\n', count],
  ['block texts', '  k: |\n    a\n', 0],
])('%s: the rows of a text are read in one go', (_name, line, unclosed) => {
  const rows = readRows(`name:\n${line.repeat(count)}`);
  expect(rows).toHaveLength(count + 1);
  expect(rows.filter((row) => row.unclosed.length > 0)).toHaveLength(unclosed);
});

test('a text over many lines belongs to its key', () => {
  const text = `name:\n${'  a\n'.repeat(count)}`;
  expect(findUnfinishedRows(text, readRows(text))).toEqual([]);
});

test('a mistake costs no look at where it was made', () => {
  const { stackTraceLimit } = Error;
  const { errors } = parseYaml(`[${','.repeat(1_000)}]`);
  expect(errors.length).toBeGreaterThan(900);
  expect(errors.every(({ stack = '' }) => !stack.includes('\n    at '))).toBe(true);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

test('a list is made of some hundred words at the most', () => {
  const listOf = (words: number) => {
    const analysis = analyze(`vpn_connection:\n  peer_subnets: ${'10.0.0.0/8 '.repeat(words)}\n`);
    return wrapInList(analysis, { ...problem, pointer: '/vpn_connection/peer_subnets' });
  };
  expect(listOf(500)).toHaveLength(1);
  expect(listOf(501)).toEqual([]);
});
