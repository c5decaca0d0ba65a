// Whatever is typed, in whatever order: the file that grew edit by edit is the file that is read at
// once, and an edit leaves all documents alone that it does not stand beside.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  changeFileText,
  readFileText,
  type FileText,
  type TextChange,
} from '../../server/src/service/document/fileText';
import { splitSegments } from '../../server/src/service/document/segments';
import { createSnapshot, snapshotOf, type Snapshot } from '../../server/src/service/snapshot';
import { mutatedText, runs } from '../support/mutations';

const textsOf = (file: FileText): readonly string[] => file.map(({ written }) => written);

/** All that a snapshot knows; analyses are made at the first look, which equality would not take. */
const contentOf = ({ documents }: Snapshot): unknown =>
  documents.map(({ line, segment, analysis }) => ({ line, segment, analysis }));

/** Texts made of little more than what separates documents. */
const markers = fc.string({
  unit: fc.constantFrom(
    '---',
    '...',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '#',
    'a: 1\n',
    '-',
    '.',
    '\uFEFF',
    '%',
  ),
  maxLength: 30,
});

const place = fc.record({ line: fc.nat(20), character: fc.nat(12) });
const change: fc.Arbitrary<TextChange> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text: markers }),
  },
  { weight: 1, arbitrary: fc.record({ text: markers }) },
);

describe('a file that grew edit by edit', () => {
  test('has the text that the protocol says, cut as the whole text is cut', () => {
    fc.assert(
      fc.property(markers, fc.array(change, { maxLength: 6 }), (text, changes) => {
        let expected = text;
        let file = readFileText(text);
        for (const each of changes) {
          // A document of its own for every edit: its lines are wrong after an edit behind its end.
          const reference = TextDocument.create('file:///a', 'vpnconn', 1, expected);
          expected = TextDocument.update(reference, [each], 2).getText();
          file = changeFileText(file, each);
          expect(textsOf(file)).toEqual(splitSegments(expected));
        }
      }),
      { numRuns: runs * 4 },
    );
  });

  test('has the same snapshot as a fresh one', () => {
    fc.assert(
      fc.property(mutatedText, fc.array(change, { maxLength: 4 }), (text, changes) => {
        let file = readFileText(text);
        let snapshot = snapshotOf(file);
        for (const each of changes) {
          file = changeFileText(file, each);
          snapshot = snapshotOf(file, snapshot);
        }
        expect(contentOf(snapshot)).toEqual(contentOf(createSnapshot(textsOf(file).join(''))));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test('has the same snapshot when clients send whole texts', () => {
    fc.assert(
      fc.property(fc.array(mutatedText, { minLength: 2, maxLength: 5 }), (texts) => {
        let file = readFileText('');
        let snapshot = snapshotOf(file);
        for (const text of texts) {
          file = changeFileText(file, { text });
          snapshot = snapshotOf(file, snapshot);
        }
        expect(contentOf(snapshot)).toEqual(contentOf(createSnapshot(texts.at(-1) ?? '')));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});

describe('in a file of 1,000 documents', () => {
  const file = readFileText('---\nregion: a\n'.repeat(1000));
  const snapshot = snapshotOf(file);
  const at = (line: number): TextChange => ({
    range: { start: { line, character: 8 }, end: { line, character: 9 } },
    text: 'bb',
  });

  test.each([
    ['first', 1, 0],
    ['one in the middle', 1001, 500],
    ['last', 1999, 999],
  ])('an edit inside the %s costs that document only', (_which, line, index) => {
    const changed = changeFileText(file, at(line));
    const after = snapshotOf(changed, snapshot);
    const fresh = after.documents.filter(({ analysis }) =>
      snapshot.documents.every((old) => old.analysis !== analysis),
    );
    expect(fresh.map(({ segment }) => segment.text)).toEqual(['---\nregion: bb\n']);
    expect(after.documents.indexOf(fresh[0]!)).toBe(index);
    expect(changed.filter((segment, i) => segment !== file[i])).toHaveLength(1);
  });

  test('a new document above all others costs the new one only', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const after = snapshotOf(changeFileText(file, { range, text: '---\nregion: new\n' }), snapshot);
    const known = new Set(snapshot.documents.map(({ analysis }) => analysis));
    expect(after.documents.map(({ analysis }) => known.has(analysis)).indexOf(false)).toBe(0);
    expect(after.documents.filter(({ analysis }) => !known.has(analysis))).toHaveLength(1);
  });
});
