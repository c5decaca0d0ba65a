// Every quick fix keeps its promise, on any text: its problem is gone, nothing is added, and what comes
// to light is nothing that the fix wrote.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLineFeeds } from '../../server/src/service/document/lineBreaks';
import { parseAllDocuments, visit, type Scalar } from 'yaml';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { commentsIn } from '../support/comments';
import { fixesFor, safeFixFor } from '../../server/src/service/features/fixes/fixesFor';
import { mistakenText } from '../support/mistakes';
import { mutatedText, runs } from '../support/mutations';
import { actionsOf, withAction, withFixAll } from '../support/quickFix';

const anyText = fc.oneof(mistakenText, mutatedText);

const problems = (text: string): readonly Diagnostic[] =>
  diagnostics(createSnapshot(text), 'file:///a.vpnconn.yaml');
const errors = (text: string): number =>
  problems(text).filter(({ severity }) => severity === 1).length;
const documentsIn = (text: string): number => createSnapshot(text).documents.length;

/** Comments for people: nobody wants to lose one without having been asked. */
const remarksIn = (text: string): string[] =>
  [...new Set(commentsIn(text))].filter((comment) => !comment.includes('vpnconn-disable'));

/** What a problem marks; marks lie on one line. */
function marked(text: string, { range: { start, end } }: Diagnostic): string {
  return text.split(/\r\n|\n|\r/)[start.line]?.slice(start.character, end.character) ?? '';
}

/** The same thing said at the same place, whatever is said elsewhere. */
function remains(problem: Diagnostic, before: string, after: string): boolean {
  const saying = ({ code, severity, message, data }: Diagnostic): string =>
    JSON.stringify([code, severity, message, data]);
  const same = (each: Diagnostic): boolean => saying(each) === saying(problem);
  // When a key goes, another one with the same problem may take its place.
  const isSameKey = (each: Diagnostic): boolean =>
    problem.code !== 'schema/unknown-key' || marked(after, each) === marked(before, problem);
  const isThere = problems(after).some(
    (each) =>
      same(each) &&
      isSameKey(each) &&
      each.range.start.line === problem.range.start.line &&
      each.range.start.character === problem.range.start.character,
  );
  const ofKind = ({ code }: Diagnostic): boolean => code === problem.code;
  return [same, ofKind].every(
    (each) =>
      isThere && problems(after).filter(each).length >= problems(before).filter(each).length,
  );
}

/** Mends after which the checks see what the problem hid from them. */
function reveals({ title }: CodeAction, { code }: Diagnostic): boolean {
  return (
    !title.endsWith('also where its anchor is used') &&
    (code === 'yaml/unknown-tag' ||
      /^(?:Put it in quotes|Put the comment|Put a blank|Remove the (?:quotes|brackets|dash)$|Write it as a number|Make it a list|Replace tabs|Remove the key that|Say under|Move |Add the closing quote|Add "[\]}]")/.test(
        title,
      ) ||
      (title.startsWith('Change to') && /^schema\/(?:unknown-key|enum)$/.test(String(code))))
  );
}

/** Mends after which an error in what they wrote was there before. */
function mayBeWrong(
  { title }: CodeAction,
  { code }: Diagnostic,
  { code: added }: Diagnostic,
): boolean {
  if (title.startsWith('Move ')) return true;
  return /^yaml\/(?:syntax|tab|unresolved-alias)$/.test(String(code)) && added !== 'yaml/syntax';
}

/**
 * Of a text with two mistakes of syntax the parser may describe the other one at another place once the
 * first is mended.
 */
function isToldAnew({ code }: Diagnostic, before: string, after: string): boolean {
  const [had, has] = [before, after].map(
    (text) => problems(text).filter((each) => each.code === 'yaml/syntax').length,
  ) as [number, number];
  return code === 'yaml/syntax' && had > 1 && has < had;
}

const kindOf = ({ severity, code }: Diagnostic): string => `${severity} ${code}`;

/** What is said more often than before, without the problem that is mended. */
function added(problem: Diagnostic, before: string, after: string): readonly string[] {
  const left = problems(before).map(kindOf);
  left.splice(left.indexOf(kindOf(problem)), 1);
  return problems(after)
    .map(kindOf)
    .filter((kind) => {
      const at = left.indexOf(kind);
      if (at >= 0) left.splice(at, 1);
      // A comment that silenced the problem is of no use any more.
      return at < 0 && !kind.endsWith('suppress/unused');
    });
}

/** Errors in what an action writes, of kinds that were not in what it replaces. */
function errorsWritten(
  action: CodeAction,
  problem: Diagnostic,
  text: string,
): readonly Diagnostic[] {
  const before = TextDocument.create('', '', 1, text);
  const after = TextDocument.create('', '', 1, withAction(text, action));
  const edits = Object.values(action.edit?.changes ?? {}).flat();
  const offsets = edits
    .map(({ range, newText }) => ({
      start: before.offsetAt(range.start),
      end: before.offsetAt(range.end),
      length: newText.length,
    }))
    .sort((a, b) => a.start - b.start);
  let by = 0;
  const written = offsets.map(({ start, end, length }) => {
    const span = { start: start + by, end: start + by + length };
    by += length - (end - start);
    return span;
  });
  const inSpans = (
    document: TextDocument,
    spans: readonly { readonly start: number; readonly end: number }[],
  ): readonly Diagnostic[] =>
    problems(document.getText()).filter(
      ({ severity, range, data }) =>
        severity === 1 &&
        // What is missing is marked at the first key of the document, whichever that is.
        (data as { kind?: string } | undefined)?.kind !== 'missing-keys' &&
        spans.some(
          ({ start, end }) =>
            start < document.offsetAt(range.end) && document.offsetAt(range.start) < end,
        ),
    );
  const kinds = inSpans(before, offsets).map(({ code }) => code);
  // The mended problem is to be gone; another of its kind around it was there before.
  const own = kinds.indexOf(problem.code);
  const others = kinds.filter((_, index) => index !== own);
  return inSpans(after, written).filter(({ code }) => !others.includes(code));
}

/** A key that moves takes its value with it and leaves all others: the YAML library reads the same. */
function sameValues(before: string, after: string): number {
  const read = (text: string) =>
    [parseAllDocuments(withLineFeeds(text), { uniqueKeys: false })].flat();
  // Where we step over a half-typed word, it guesses otherwise.
  if (read(before).some(({ errors }) => errors.length > 0)) return 0;
  const valuesIn = (text: string): readonly string[] => {
    const found: string[] = [];
    const collect = (key: unknown, { value }: Scalar): undefined => {
      if (key !== 'key') found.push(String(value));
    };
    for (const document of read(text)) visit(document, { Scalar: collect });
    return found.filter((value) => value !== 'null').sort();
  };
  expect(valuesIn(after)).toEqual(valuesIn(before));
  return 1;
}

describe('for any text', () => {
  test('a quick fix removes its problem, adds none, and uncovers only what was wrong before', () => {
    let tried = 0;
    let revealed = 0;
    let moved = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        for (const action of actionsOf(text).slice(0, 16)) {
          const [problem] = action.diagnostics!;
          if (action.edit === undefined) continue;
          const after = withAction(text, action);
          expect(remains(problem!, text, after), action.title).toBe(false);
          if (action.title.startsWith('Move ')) moved += sameValues(text, after);
          expect(documentsIn(after), action.title).toBe(documentsIn(text));
          if (reveals(action, problem!)) {
            const wrong = errorsWritten(action, problem!, text);
            const isFine = (each: Diagnostic): boolean =>
              mayBeWrong(action, problem!, each) || isToldAnew(each, text, after);
            expect(wrong.filter((each) => !isFine(each))).toEqual([]);
            revealed++;
          } else {
            expect(added(problem!, text, after), action.title).toEqual([]);
            tried++;
          }
        }
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(runs / 4);
    expect(revealed).toBeGreaterThan(runs / 4);
    expect(moved).toBeGreaterThan(0);
  });

  test('the safe mend of a problem is found among those that can be safe', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { analysis } of createSnapshot(text).documents)
          for (const problem of analysis.problems) {
            const safe = fixesFor(analysis, problem).find((fix) => fix.safe === true);
            expect(safeFixFor(analysis, problem)).toEqual(safe);
          }
      }),
      { numRuns: runs },
    );
  });

  test('mending everything that is safe makes no error and comes to an end', () => {
    let mended = 0;
    fc.assert(
      fc.property(anyText, (original) => {
        let text = original;
        for (let round = 0; round < 8; round++) {
          const next = withFixAll(text);
          expect(errors(next)).toBeLessThanOrEqual(errors(text));
          expect(documentsIn(next)).toBe(documentsIn(text));
          expect(commentsIn(next)).toEqual(expect.arrayContaining(remarksIn(text)));
          if (next !== text) mended++;
          text = next;
        }
        expect(withFixAll(text)).toBe(text);
      }),
      { numRuns: runs },
    );
    expect(mended).toBeGreaterThan(runs / 50);
  });
});
