// One memo for all requests of a session answers as if each request were the first.
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { projectDocument } from '../../server/src/service/document/project';
import { parseYaml } from '../../server/src/service/document/parseYaml';
import { sameData, sameReading } from '../../server/src/service/document/sameData';
import { complete } from '../../server/src/service/features/completion';
import { CompletionMemo } from '../../server/src/service/features/completion/completionMemo';
import { findPlace } from '../../server/src/service/features/completion/findPlace';
import { PlaceMemo } from '../../server/src/service/features/completion/placeMemo';
import { createSnapshot } from '../../server/src/service/snapshot';
import { mutatedText, runs } from '../support/mutations';

const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;

test('what is kept of one request never changes the answer to another one', () => {
  const memo = new CompletionMemo();
  fc.assert(
    fc.property(mutatedText, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
      const offset = Math.floor(at * text.length);
      // Two letters typed one after the other at the same place, as people do.
      for (const typed of ['', 'g', 'gr', '']) {
        const now = text.slice(0, offset) + typed + text.slice(offset);
        const position = TextDocument.create('', '', 0, now).positionAt(offset + typed.length);
        const snapshot = createSnapshot(now);
        expect(complete(snapshot, position, options, undefined, memo)).toEqual(
          complete(snapshot, position, options),
        );
      }
    }),
    { numRuns: runs },
  );
});

test('a word is read as it is read without what is kept of it', () => {
  fc.assert(
    fc.property(
      mutatedText,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.stringMatching(/^[ \n]?[a-zA-Z!"'][\w-]{0,6}$/),
      (text, at, typed) => {
        const offset = Math.floor(at * text.length);
        const now = text.slice(0, offset) + typed + text.slice(offset);
        const end = offset + typed.length;
        const places = [new PlaceMemo().find(now, end), findPlace(now, end)].map((found) => {
          const { reading, ...place } = found?.place ?? {};
          return { ...place, isRead: reading !== undefined };
        });
        expect(places[0]).toEqual(places[1]);
      },
    ),
    { numRuns: runs },
  );
});

test('another value somewhere else in the document is another request', () => {
  const memo = new CompletionMemo();
  const keysUnder = (version: string, kept?: CompletionMemo): readonly string[] => {
    const text = `vpn_connection:\n  ikepolicy:\n    ike_version: ${version}\n    `;
    const items = complete(
      createSnapshot(text),
      { line: 3, character: 4 },
      options,
      undefined,
      kept,
    );
    return items.map((item) => JSON.stringify(item));
  };
  const [one, two] = [keysUnder('v1'), keysUnder('v2')];
  expect(one).not.toEqual(two);
  expect([keysUnder('v1', memo), keysUnder('v2', memo)]).toEqual([one, two]);
});

test.each([
  ['another value', 'a: 1\n', 'a: 2\n', false, false],
  ['another key', 'a: 1\n', 'b: 1\n', false, false],
  ['another place', 'a: 1\n', '# why\na:   1\n', true, true],
  ['another number of items', 'a: [1]\n', 'a: [1, 2]\n', false, false],
  ['another writing of a number', 'a: 8\n', 'a: 0o10\n', true, false],
  ['a comment behind the value', 'a: x\n', 'a: x # why\n', true, false],
])('%s', (_, one, other, isSameData, isSameReading) => {
  const [a, b] = [one, other].map((text) => projectDocument(parseYaml(text), text).root);
  expect(sameData(a, b)).toBe(isSameData);
  expect(sameReading(a, b)).toBe(isSameReading);
});
