// Where suppression comments are found, against the plain definition, and in any number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../server/src/service/analysis';
import { suppressionComments } from '../../../../server/src/service/rules/suppressionComments';
import { mutatedText, runs } from '../../../support/mutations';
import { updateText } from '../../../support/updateText';

const word = '# vpnconn-disable-next-line';

/** The texts of the lines that comments are about, in the order of the comments. */
function targets(text: string): readonly (string | undefined)[] {
  return suppressionComments(text, analyze(text).root).map(({ target }) =>
    target === undefined ? undefined : text.slice(target.start, target.end),
  );
}

test('stacked comments mean the same line, with other comments among them or not', () => {
  const text = updateText(
    [`${word} a/a`, '# because', `${word} b/b`, 'name: a', `${word} c/c`, 'psk: !secret a'].join(
      '\n',
    ),
  );
  expect(targets(text)).toEqual(['  name: a', '  name: a', '  psk: !secret a']);
});

test('a comment behind the last line means nothing, and so do all that are stacked on it', () => {
  expect(targets(`${updateText('name: a')}${word} a/a\n${word} b/b`)).toEqual([
    undefined,
    undefined,
  ]);
});

test.each([
  ['blank lines', `${word} a/a\n\n\nname: a`],
  ['lines of blanks', `${word} a/a\n   \n\t\nname: a`],
  ['blank lines and comments', `${word} a/a\n\n# because\n\n${word} b/b\n\nname: a`],
])('a comment reaches over %s to the next line that holds something', (_what, yaml) => {
  expect(new Set(targets(updateText(yaml)))).toEqual(new Set(['  name: a']));
});

test('blank lines below the last comment hold nothing', () => {
  expect(targets(`${updateText('name: a')}${word} a/a\n\n \n`)).toEqual([undefined]);
});

describe('what stands in a key or a value is no comment', () => {
  test.each([
    ['double quotes', `name: "a ${word} a/a"`],
    ['single quotes', `name: 'a ${word} a/a'`],
    ['quotes over several lines', `name: "a\n  ${word} a/a\n  b"`],
    ['a block of text', `name: |\n  ${word} a/a\n  b`],
    ['a key', `"a ${word} a/a": b`],
  ])('%s', (_where, yaml) => {
    expect(targets(updateText(yaml))).toEqual([]);
  });

  test('but what stands behind it is', () => {
    expect(targets(updateText(`name: "a # b" ${word} a/a\npsk: !secret a`))).toEqual([
      '  psk: !secret a',
    ]);
  });
});

test('eight thousand of them are found as well', () => {
  const text = `${`${word} psk/literal\n`.repeat(8_000)}${updateText('name: a')}`;
  const found = suppressionComments(text, analyze(text).root);
  expect(found).toHaveLength(8_000);
  expect(new Set(found.map(({ target }) => target?.start)).size).toBe(1);
});

test('eight thousand with as many blank lines among them are found as well', () => {
  const text = `${`${word} psk/literal\n\n`.repeat(8_000)}${updateText('name: a')}`;
  const found = suppressionComments(text, analyze(text).root);
  expect(new Set(found.map(({ target }) => target?.start)).size).toBe(1);
});

describe('where IDs can stand', () => {
  test.each([
    ['behind one blank', `${word} a/a`, 'a/a'],
    ['from behind the first of several blanks', `${word}   a/a`, '  a/a'],
    ['up to a reason', `${word} a/a  -- why`, 'a/a '],
    ['between the blanks in front of a reason', `${word}  -- why`, ''],
    ['behind a blank at the end', `${word} `, ''],
  ])('%s', (_where, comment, list) => {
    const [found] = suppressionComments(comment, undefined);
    expect(comment.slice(found?.list.start, found?.list.end)).toBe(list);
    expect(found?.list.start).toBe(word.length + 1);
  });

  test.each([
    ['right behind the word', word],
    ['in a reason', `${word} -- a/a`],
  ])('not %s', (_where, comment) => {
    const [found] = suppressionComments(comment, undefined);
    expect(found?.list).toEqual({ start: word.length, end: word.length });
  });
});

test('in any text they are in order, their IDs on one line and their target below them', () => {
  const withComments = fc
    .tuple(mutatedText, fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }))
    .map(([text, lines]) => {
      const all = text.split('\n');
      for (const line of lines) all.splice(line, 0, `  ${word} psk/literal`);
      return all.join('\n');
    });
  let found = 0;
  fc.assert(
    fc.property(withComments, (text) => {
      const comments = suppressionComments(text, analyze(text).root);
      found += comments.length;
      const starts = comments.map(({ list }) => list.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const { list, target } of comments) {
        expect(text.slice(list.start, list.end)).not.toMatch(/[\r\n]/);
        expect(target?.start ?? Infinity).toBeGreaterThan(list.end);
      }
    }),
    { numRuns: runs },
  );
  expect(found).toBeGreaterThan(runs);
});
