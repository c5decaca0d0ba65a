// Every quick fix keeps its promise, on any text: its problem is gone and no error is new.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLineFeeds } from '../../server/src/service/document/lineBreaks';
import { parseAllDocuments, visit, type Scalar } from 'yaml';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { createSnapshot, diagnostics } from '../../server/src/service';
import { mistakenText } from '../support/mistakes';
import { mutatedText, runs } from '../support/mutations';
import { actionsOf, withAction, withFixAll } from '../support/quickFix';

const anyText = fc.oneof(mistakenText, mutatedText);

const problems = (text: string): readonly Diagnostic[] =>
  diagnostics(createSnapshot(text), 'file:///a.vpnconn.yaml');
const errors = (text: string): number =>
  problems(text).filter(({ severity }) => severity === 1).length;

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
    title.startsWith('Put it in quotes') ||
    title === 'Remove the quotes' ||
    title.startsWith('Say under') ||
    title === 'Add the closing quote' ||
    /^Add "[\]}]"/.test(title) ||
    code === 'schema/unknown-key'
  );
}

/** A key that moves takes its value with it and leaves all others: the YAML library reads the same. */
function sameValues(before: string, after: string): number {
  const valuesIn = (text: string): readonly string[] => {
    const found: string[] = [];
    const collect = (key: unknown, { value }: Scalar): undefined => {
      if (key !== 'key') found.push(String(value));
    };
    for (const document of [parseAllDocuments(withLineFeeds(text), { uniqueKeys: false })].flat())
      visit(document, { Scalar: collect });
    return found.filter((value) => value !== 'null').sort();
  };
  expect(valuesIn(after)).toEqual(valuesIn(before));
  return 1;
}

describe('for any text', () => {
  test('a quick fix removes its problem and makes no error', () => {
    let tried = 0;
    let moved = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        for (const action of actionsOf(text).slice(0, 16)) {
          const [problem] = action.diagnostics!;
          if (action.edit === undefined) continue;
          const after = withAction(text, action);
          expect(remains(problem!, text, after), action.title).toBe(false);
          if (action.title.startsWith('Move ')) moved += sameValues(text, after);
          if (reveals(action, problem!)) continue;
          expect(errors(after), action.title).toBeLessThanOrEqual(errors(text));
          tried++;
        }
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(runs / 4);
    expect(moved).toBeGreaterThan(0);
  });

  test('mending everything that is safe makes no error and comes to an end', () => {
    let mended = 0;
    fc.assert(
      fc.property(anyText, (original) => {
        let text = original;
        for (let round = 0; round < 8; round++) {
          const next = withFixAll(text);
          expect(errors(next)).toBeLessThanOrEqual(errors(text));
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
