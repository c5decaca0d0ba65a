// Whatever is typed, in whatever order: the file that grew edit by edit is the file that is read at
// once, and an edit leaves all documents alone that it does not stand beside.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  changeFileText,
  readFileText,
  type FileText,
  type Segment,
  type TextChange,
} from '../../server/src/service/document/fileText';
import { maxDocuments, maxFileLength } from '../../server/src/service/document/limits';
import type * as lineIndexModule from '../../server/src/service/document/lineIndex';
import { LongText } from '../../server/src/service/document/longText';
import { splitSegments } from '../../server/src/service/document/segments';
import { createSnapshot, snapshotOf, type Snapshot } from '../../server/src/service/snapshot';
import { mutatedText, runs } from '../support/mutations';

const indexed = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../server/src/service/document/lineIndex', async (load) => {
  const original = await load<typeof lineIndexModule>();
  return {
    LineIndex: class extends original.LineIndex {
      constructor(text: string) {
        super(text);
        indexed.count++;
      }
    },
  };
});

const segmentsOf = (file: FileText): readonly Segment[] => (file instanceof LongText ? [] : file);
const textsOf = (file: FileText): readonly string[] =>
  segmentsOf(file).map(({ written }) => written);

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

/** The text after an edit, as the protocol means it. */
function edited(text: string, each: TextChange): string {
  // A document of its own for every edit: its lines are wrong after an edit behind its end.
  const document = TextDocument.create('file:///a', 'vpnconn', 1, text);
  return TextDocument.update(document, [each], 2).getText();
}

describe('a file that grew edit by edit', () => {
  test('has the text that the protocol says, cut as the whole text is cut', () => {
    fc.assert(
      fc.property(markers, fc.array(change, { maxLength: 6 }), (text, changes) => {
        let expected = text;
        let file = readFileText(text);
        for (const each of changes) {
          expected = edited(expected, each);
          file = changeFileText(file, [each]);
          expect(textsOf(file)).toEqual(splitSegments(expected));
        }
      }),
      { numRuns: runs * 4 },
    );
  });

  test('has the text that the protocol says after many edits at once', () => {
    fc.assert(
      fc.property(markers, fc.array(change, { maxLength: 20 }), (text, changes) => {
        const file = changeFileText(readFileText(text), changes);
        expect(textsOf(file)).toEqual(splitSegments(changes.reduce(edited, text)));
      }),
      { numRuns: runs * 2 },
    );
  });

  test('has the text that the protocol says when it is long', () => {
    const many = fc.record({ unit: markers, count: fc.integer({ min: 1, max: 3000 }) });
    const far = fc.record({ line: fc.nat(9000), character: fc.nat(9000) });
    const long = fc.array(many, { minLength: 1, maxLength: 4 }).map((parts) => {
      return parts.map(({ unit, count }) => unit.repeat(count)).join('');
    });
    const range = fc.record({ start: far, end: fc.oneof(far, place) });
    const edits = fc.array(fc.record({ range, text: fc.oneof(markers, long) }), { maxLength: 6 });
    fc.assert(
      fc.property(long, edits, (text, changes) => {
        const after = changes.reduce((old, each) => old.edit(each), LongText.of(text));
        const expected = changes.reduce(edited, text);
        expect(after.toString()).toBe(expected);
        expect(after.length).toBe(expected.length);
      }),
      { numRuns: runs },
    );
  });

  test.each([4094, 4095, 4096, 4097])(
    'has one line break where an edit joins its two characters: at %i',
    (length) => {
      const text = `${'a'.repeat(length)}\rx\nb\n`;
      const at = (line: number, start: number, end: number) => ({
        start: { line, character: start },
        end: { line, character: end },
      });
      const changes: TextChange[] = [
        { range: at(1, 0, 1), text: '' },
        { range: at(1, 0, 0), text: 'c' },
      ];
      const after = changes.reduce((old, each) => old.edit(each), LongText.of(text));
      expect(after.toString()).toBe(`${'a'.repeat(length)}\r\ncb\n`);
    },
  );

  test('has the same snapshot as a fresh one', () => {
    fc.assert(
      fc.property(mutatedText, fc.array(change, { maxLength: 4 }), (text, changes) => {
        let file = readFileText(text);
        let snapshot = snapshotOf(file);
        for (const each of changes) {
          file = changeFileText(file, [each]);
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
          file = changeFileText(file, [{ text }]);
          snapshot = snapshotOf(file, snapshot);
        }
        expect(contentOf(snapshot)).toEqual(contentOf(createSnapshot(texts.at(-1) ?? '')));
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});

describe('a file that nobody could check', () => {
  const start = { line: 0, character: 0 };
  const unit = 'x-a: 1\n---\n';
  test.each<readonly [name: string, text: string]>([
    ['too long', `${unit.repeat(400)}${'#\n'.repeat(maxFileLength / 2)}`],
    ['too many documents', unit.repeat(maxDocuments + 1)],
  ])('%s: has no documents until an edit makes it smaller', (_name, text) => {
    const file = readFileText(text);
    expect(file).toBeInstanceOf(LongText);
    const more = changeFileText(file, [{ range: { start, end: start }, text: 'y' }]);
    expect(more).toBeInstanceOf(LongText);
    expect(snapshotOf(more).documents).toHaveLength(1);
    const live = () => undefined;
    expect(snapshotOf(more, undefined, live).live).toBe(live);
    const range = { start: { line: 3, character: 0 }, end: { line: 1e6 * 3, character: 0 } };
    expect(textsOf(changeFileText(more, [{ range, text: '' }]))).toEqual([
      'yx-a: 1\n',
      '---\nx-a: 1\n',
    ]);
  });

  test.each<readonly [name: string, change: TextChange]>([
    ['a text', { text: unit.repeat(maxDocuments + 1) }],
    ['a paste', { range: { start, end: start }, text: unit.repeat(maxDocuments + 1) }],
    ['a short paste', { range: { start, end: start }, text: '---\n---\n---\n' }],
    ['a long paste', { range: { start, end: start }, text: '#'.repeat(maxFileLength) }],
  ])('comes from %s, too', (_name, change) => {
    const file = readFileText(unit.repeat(maxDocuments - 2));
    expect(file).not.toBeInstanceOf(LongText);
    expect(changeFileText(file, [change])).toBeInstanceOf(LongText);
  });
});

describe('many edits at once', () => {
  const count = 2000;
  const text = `---\n${'# a comment\n'.repeat(count)}---\nb: 1\n`;
  /** Bottom-up, as editors send them. */
  const edits = Array.from({ length: count }, (_, at): TextChange => {
    const line = count - at;
    return { range: { start: { line, character: 2 }, end: { line, character: 3 } }, text: 'the' };
  });

  test('index the lines of each document once, and keep the others', () => {
    const file = readFileText(text);
    indexed.count = 0;
    const changed = changeFileText(file, edits);
    expect(textsOf(changed)).toEqual(splitSegments(text.replaceAll('# a', '# the')));
    expect(indexed.count).toBe(1);
    expect(segmentsOf(changed)[1]).toBe(segmentsOf(file)[1]);
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
    const changed = changeFileText(file, [at(line)]);
    const after = snapshotOf(changed, snapshot);
    const fresh = after.documents.filter(({ analysis }) =>
      snapshot.documents.every((old) => old.analysis !== analysis),
    );
    expect(fresh.map(({ segment }) => segment.text)).toEqual(['---\nregion: bb\n']);
    expect(after.documents.indexOf(fresh[0]!)).toBe(index);
    expect(segmentsOf(changed).filter((each, i) => each !== segmentsOf(file)[i])).toHaveLength(1);
  });

  test('a new document above all others costs the new one only', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const after = snapshotOf(
      changeFileText(file, [{ range, text: '---\nregion: new\n' }]),
      snapshot,
    );
    const known = new Set(snapshot.documents.map(({ analysis }) => analysis));
    expect(after.documents.map(({ analysis }) => known.has(analysis)).indexOf(false)).toBe(0);
    expect(after.documents.filter(({ analysis }) => !known.has(analysis))).toHaveLength(1);
  });
});
