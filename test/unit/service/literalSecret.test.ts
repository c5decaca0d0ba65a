// Where a literal key stands that can move to the secret storage, and why others cannot.
import { describe, expect, test } from 'vitest';
import { createSnapshot, locateLiteralSecret } from '../../../server/src/service';
import { actionsOf } from '../../support/quickFix';
import { updateText } from '../../support/updateText';

const at = (line: number) => ({ line, character: 0 });
const locate = (text: string, line = 3) => locateLiteralSecret(createSnapshot(text), at(line), 7);

/** The text that is found, or the beginning of the sentence that says why nothing is. */
function found(text: string, line?: number): string {
  const result = locate(text, line);
  if (result.kind === 'none') return `none: ${result.message}`;
  const { start, end } = result.range;
  expect(start.line).toBe(end.line);
  return text.split(/\r?\n/)[start.line]!.slice(start.character, end.character);
}

describe('a literal key', () => {
  test.each([
    ['Abcd1234!', 'Abcd1234!'],
    ['"Ab\\"cd1234"  # of site a', '"Ab\\"cd1234"'],
    ["'it''s a Key1'", "'it''s a Key1'"],
    ['&k Abcd1234!', 'Abcd1234!'],
  ])('is found: %s', (written, key) => {
    expect(found(updateText(`psk: ${written}`))).toBe(key);
    expect(found(updateText(`psk: ${written}`).replaceAll('\n', '\r\n'))).toBe(key);
  });

  test('is found between braces, and when it is too short or the document has other errors', () => {
    expect(found('vpn_connection: {psk: Abcd1234!, name: 0123}')).toBe('Abcd1234!');
    expect(found(updateText('psk: short'))).toBe('short');
  });

  test('is that of the document at the position', () => {
    const text = `${updateText('psk: Abcd1234!')}---\n${updateText('psk: Efgh5678!')}`;
    expect(found(text, 0)).toBe('Abcd1234!');
    expect(found(text, 4)).toBe('Efgh5678!');
    expect(found(text, 7)).toBe('Efgh5678!');
  });

  test('comes with the version and the name of the connection', () => {
    const name = (lines: string) => locate(updateText(lines));
    expect(name('name: site-a\npsk: Abcd1234!')).toMatchObject({
      version: 7,
      suggestedName: 'site-a',
    });
    for (const lines of [
      'psk: Abcd1234!',
      'name: -a\npsk: Abcd1234!',
      'name: Abcd\npsk: Abcd1234!',
    ])
      expect(name(lines)).not.toHaveProperty('suggestedName');
  });
});

describe('nothing is moved', () => {
  test.each([
    ['there is no key', 'name: a', /no key in clear text/],
    ['it is a reference already', 'psk: !secret a', /no key in clear text/],
    ['YAML cut it', 'psk: Abcd1234 #x', /Put it in quotes first/],
    ['YAML made a number of it', 'psk: 0123456789', /Put it in quotes first/],
    ['YAML took it for a tag', 'psk: !Abcd1234', /Put it in quotes first/],
    ['it is a block text', 'psk: |-\n  Abcd1234!', /on one line/],
    ['it is on several lines', 'psk: "Abcd\n  1234!"', /on one line/],
    ['it has a tag', 'psk: !!str Abcd1234!', /because of a tag/],
    ['it is an alias', 'name: &k Abcd1234\npsk: *k', /through an alias/],
  ])('when %s', (_when, lines, sentence) => {
    const text = updateText(lines);
    expect(found(text)).toMatch(/^none: .*\.$/);
    expect(found(text)).toMatch(sentence);
    const offers = actionsOf(text).filter(({ command }) => command !== undefined);
    expect(offers).toEqual([]);
  });

  test('in an empty file', () => {
    expect(found('', 0)).toMatch(/^none/);
  });
});
