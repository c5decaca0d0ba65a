// Every rule's own examples: the good ones make it silent, the bad ones make it mark just this text.
import { describe, expect, test } from 'vitest';
import { codeActions, createSnapshot, diagnostics } from '../../server/src/service';
import { analyze } from '../../server/src/service/analysis';
import { splitSegments } from '../../server/src/service/document/segments';
import { applyEdits } from '../../server/src/service/features/fixes/fix';
import { fixesFor } from '../../server/src/service/features/fixes/fixesFor';
import { rules } from '../../server/src/service/rules';
import type { LiveFacts } from '../../server/src/service/rules/connectionFacts';
import type { BadExample } from '../../server/src/service/rules/rule';
import { applyActions } from '../support/applyActions';
import { exampleText } from '../support/ruleExample';

const uri = 'file:///a.vpnconn.yaml';

interface Found {
  readonly mark: string;
  readonly severity: string;
}

/** What one rule marks in a text; `live` is what the connection says. */
function marksOf(id: string, text: string, live?: LiveFacts): readonly Found[] {
  return splitSegments(text)
    .map((segment) => analyze(segment, undefined, () => live))
    .flatMap((analysis) =>
      analysis.problems
        .filter(({ code }) => code === id)
        .map(({ span, severity }) => ({
          mark: analysis.text.slice(span.start, span.end),
          severity,
        })),
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
    expect(marksOf(id, exampleText(yaml), rule.examples.live)).toEqual([]);
  });

  test.each(rule.examples.bad.map((example) => [example.yaml, example] as const))(
    'speaks: %s',
    (yaml, example: BadExample) => {
      const expected = example.marks.map((mark) => ({
        mark,
        severity: example.severity ?? rule.severity,
      }));
      expect(marksOf(id, exampleText(yaml), rule.examples.live)).toEqual(expected);
    },
  );

  const mends = rule.examples.bad.flatMap(({ yaml, fixed }) =>
    fixed === undefined ? [] : [[yaml, fixed] as const],
  );
  test.each(mends)('is mended: %s', (yaml, fixed) => {
    expect(mended(id, exampleText(yaml))).toBe(exampleText(fixed));
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s says whether it rests on what no file holds',
  (_id, { examples, fromOutside }) => {
    expect(fromOutside === true).toBe(examples.live !== undefined);
  },
);

const aboutLive = rules.filter(({ examples }) => examples.live !== undefined);
test.each(aboutLive.map((rule) => [rule.id, rule] as const))(
  '%s is silent as long as nobody has asked the connection',
  (id, { examples }) => {
    for (const { yaml } of examples.bad) expect(marksOf(id, exampleText(yaml))).toEqual([]);
  },
);

test('a contradiction is mended with the word of the connection', () => {
  const text = exampleText('context: {flavor: gm, style: policy}\nvpn_connection: {name: a}');
  const analysis = analyze(text, undefined, () => ({ style: 'BGP', flavor: 'professional2' }));
  const fixed = analysis.problems
    .filter(({ code }) => code === 'context/contradiction')
    .flatMap((problem) => fixesFor(analysis, problem).flatMap(({ edits }) => edits));
  expect(applyEdits(text, fixed)).toContain('{flavor: Professional2, style: bgp}');
});

test('no two rules share an id', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
