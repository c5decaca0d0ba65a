// What an editor filters by: it shows an item when what is typed in front of the cursor fits its text.
import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { complete, createSnapshot } from '../../../server/src/service';
import { fitsTyped } from '../../../server/src/service/features/completion/fitsTyped';
import { readCursor } from '../../support/completionEdit';
import { updateText } from '../../support/updateText';

const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;

/** The labels that are left once the editor has filtered, with the text that it filters by. */
function visible(lines: string): readonly string[] {
  const { text, position } = readCursor(updateText(lines));
  return complete(createSnapshot(text), position, options)
    .filter(({ textEdit, filterText = '' }) => {
      const { start } = (textEdit as { range: Range }).range;
      const typed = text.split('\n')[position.line]!.slice(start.character, position.character);
      return fitsTyped(filterText, typed);
    })
    .map(({ label }) => label);
}

describe('an item is seen', () => {
  test.each([
    ['ikepolicy:\n  ike_version: v3<|>', ['v1', 'v2']],
    ['ikepolicy:\n  ike_version: "v3<|>"', ['v1', 'v2']],
    ['ikepolicy:\n  ike_version: v<|>', ['v1', 'v2']],
    ['ikepolicy:\n  ike_version: v1<|>', ['v1']],
    ['ikepolicy:\n  ike_version: ikev2<|>', ['v1', 'v2']],
    ['ikepolicy:\n  ike_version: zzz<|>zz', ['v1', 'v2']],
    ['ikepolicy: {ike_version: x<|>}', ['v1', 'v2']],
  ])('in %j', (lines, labels) => {
    expect(visible(lines).toSorted()).toEqual(labels);
  });

  test('of a few values only: a free text is nobody else\u2019s business', () => {
    expect(visible('name: zzz<|>')).toEqual([]);
    expect(visible('psk: zzz<|>')).toEqual([]);
  });
});

test.each([
  ['aes-256', '', true],
  ['aes-256', 'aes256', true],
  ['aes-256', '256', true],
  ['aes-256', 'AES', true],
  ['group20', 'group20x', false],
  ['group20', 'roup', false],
  ['v1', 'v3', false],
])('%j and %j typed: %s', (label, typed, fits) => {
  expect(fitsTyped(label, typed)).toBe(fits);
});
