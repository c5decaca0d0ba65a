// Formatting moves white space and nothing else, whatever stands in the editor.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLineFeeds } from '../../server/src/service/document/lineBreaks';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Analysis } from '../../server/src/service/analysis';
import { applyEdits } from '../../server/src/service/document/edit';
import { columnOf } from '../../server/src/service/document/indentation';
import type { DataNode } from '../../server/src/service/document/node';
import { sameData } from '../../server/src/service/document/sameData';
import { splitSegments } from '../../server/src/service/document/segments';
import type { Span } from '../../server/src/service/document/span';
import { layoutEdits } from '../../server/src/service/features/formatting';
import { createSnapshot, formatDocument, formatRanges } from '../../server/src/service';
import { commentsIn } from '../support/comments';
import { mutatedText, runs } from '../support/mutations';
import { untidyText } from '../support/untidyText';

const anyText = fc.oneof(mutatedText, untidyText);

function formatted(text: string, tabSize = 2): string {
  const edits = formatDocument(createSnapshot(text), { tabSize });
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'vpnconn', 1, text), edits);
}

/** The text without any white space: what formatting must not touch. */
const ink = (text: string): string => text.replace(/[ \t\r\n]/g, '');

/** The lines from one to another, whichever comes first, modulo their number. */
function lineSpan({ lines }: Analysis, a: number, b: number): Span {
  const [first = 0, last = 0] = [a, b].map((at) => at % lines.lineCount).sort((x, y) => x - y);
  return {
    start: lines.offsetAt({ line: first, character: 0 }),
    end: lines.offsetAt({ line: last + 1, character: 0 }),
  };
}

/** The kinds of line breaks in a text. */
function lineBreaksOf(text: string): readonly string[] {
  return [...new Set(text.match(/\r\n|\r|\n/g))];
}

describe('for any text', () => {
  test('formatting twice is formatting once', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 8 }), (text, tabSize) => {
        const once = formatted(text, tabSize);
        expect(formatted(once, tabSize)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  test('no character but white space changes, and no line break turns into another kind', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = formatted(text);
        expect(ink(result)).toBe(ink(text));
        // A text without a line break, or with lone carriage returns only, may get the usual one.
        const kinds = [...lineBreaksOf(text), ...(text.includes('\n') ? [] : ['\n'])];
        expect(kinds).toEqual(expect.arrayContaining([...lineBreaksOf(result)]));
      }),
      { numRuns: runs },
    );
  });

  test('every document says the same, even without the check that would hold an edit back', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
        (text, unit, ranges) => {
          const segments = splitSegments(withLineFeeds(text));
          for (const [index, segment] of segments.entries()) {
            const analysis = analyze(segment);
            const parts = ranges.map(([a, b]) => lineSpan(analysis, a, b));
            for (const within of [[{ start: 0, end: segment.length }], parts]) {
              const isLast = index === segments.length - 1;
              const isFirst = index === 0;
              const edits = layoutEdits(analysis, {
                unit,
                within,
                isFirst,
                isLast,
                lineBreak: '\n',
              });
              const after = applyEdits(segment, edits);
              expect(edits.length === 0 || analyze(after).problems.map(({ code }) => code)).toEqual(
                edits.length === 0 || analysis.problems.map(({ code }) => code),
              );
              expect(sameData(analysis.root, analyze(after).root), after).toBe(true);
            }
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test('every comment stays, in its order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(commentsIn(formatted(text))).toEqual(commentsIn(text));
      }),
      { numRuns: runs },
    );
  });

  test('formatting a range changes no other line', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const document = TextDocument.create('file:///a', 'vpnconn', 1, text);
        const [first = 0, last = 0] = [a, b]
          .map((line) => line % document.lineCount)
          .sort((x, y) => x - y);
        const range = {
          start: { line: first, character: 0 },
          end: { line: last, character: Number.MAX_SAFE_INTEGER },
        };
        for (const { range: edit } of formatRanges(createSnapshot(text), [range], { tabSize: 2 })) {
          expect(edit.start.line).toBeGreaterThanOrEqual(first);
          expect(document.offsetAt(edit.end)).toBeLessThanOrEqual(
            document.offsetAt({ line: last + 1, character: 0 }),
          );
        }
      }),
      { numRuns: runs },
    );
  });
});

test('every block of an untidy file ends up in its column', () => {
  fc.assert(
    fc.property(untidyText, fc.integer({ min: 1, max: 8 }), (text, tabSize) => {
      for (const { analysis } of createSnapshot(formatted(text, tabSize)).documents) {
        expect(analysis.problems.map(({ code }) => code)).not.toContain('yaml/syntax');
        for (const { from, to, steps } of stepsIn(analysis.root!, analysis.text))
          expect(to - from, analysis.text).toBe(steps === 'item' ? 2 : tabSize);
      }
    }),
    { numRuns: runs },
  );
});

interface Step {
  readonly from: number;
  readonly to: number;
  readonly steps: 'key' | 'item';
}

/** From the column of each key or dash to that of the block below it. */
function stepsIn(node: DataNode, text: string): Step[] {
  if (node.kind === 'scalar' || node.flow) return [];
  const children =
    node.kind === 'map'
      ? node.entries.map(({ keySpan, value }) => ({
          steps: 'key' as const,
          at: keySpan.start,
          value,
        }))
      : node.items.map((value) => ({ steps: 'item' as const, at: node.span.start, value }));
  return children.flatMap(({ steps, at, value }) => {
    if (value.kind === 'scalar' || value.flow) return [];
    const step = { steps, from: columnOf(text, at), to: columnOf(text, value.span.start) };
    return [step, ...stepsIn(value, text)];
  });
}
