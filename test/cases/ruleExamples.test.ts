// Every rule's own examples: the good ones make it silent, the bad ones make it mark just this text.
import { describe, expect, test } from 'vitest';
import { codeActions, createSnapshot, diagnostics } from '../../server/src/service';
import { rules } from '../../server/src/service/rules';
import type { BadExample } from '../../server/src/service/rules/rule';
import { applyActions } from '../support/applyActions';
import { exampleText } from '../support/ruleExample';

const uri = 'file:///a.vpnconn.yaml';

interface Found {
  readonly mark: string;
  readonly severity: string;
}

/** What one rule marks in a text. */
function marksOf(id: string, text: string): readonly Found[] {
  return createSnapshot(text).documents.flatMap(({ analysis }) =>
    analysis.problems
      .filter(({ code }) => code === id)
      .map(({ span, severity }) => ({ mark: analysis.text.slice(span.start, span.end), severity })),
  );
}

/** The text after the preferred quick fix for the first problem of one rule. */
function mended(id: string, text: string): string {
  const snapshot = createSnapshot(text);
  const problem = diagnostics(snapshot, uri).find(({ code }) => code === id)!;
  const actions = codeActions(snapshot, problem.range, { uri, storesSecrets: false });
  const action = actions.find(
    (each) => each.isPreferred === true && each.diagnostics?.[0]?.code === id,
  );
  return applyActions(text, uri, [action!]);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('explains itself', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    for (const text of [rule.title, rule.why, rule.source]) expect(text.length).toBeGreaterThan(5);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.good)('is silent: %s', (yaml) => {
    expect(marksOf(id, exampleText(yaml))).toEqual([]);
  });

  test.each(rule.examples.bad.map((example) => [example.yaml, example] as const))(
    'speaks: %s',
    (yaml, example: BadExample) => {
      const expected = example.marks.map((mark) => ({
        mark,
        severity: example.severity ?? rule.severity,
      }));
      expect(marksOf(id, exampleText(yaml))).toEqual(expected);
    },
  );

  const mends = rule.examples.bad.flatMap(({ yaml, fixed }) =>
    fixed === undefined ? [] : [[yaml, fixed] as const],
  );
  test.each(mends)('is mended: %s', (yaml, fixed) => {
    expect(mended(id, exampleText(yaml))).toBe(exampleText(fixed));
  });
});

test('no two rules share an id', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
