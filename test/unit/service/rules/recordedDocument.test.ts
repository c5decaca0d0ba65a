// What completion relies on: a rule that says something else once a field is gone has read that field.
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../server/src/service/analysis';
import { walk, type DataNode } from '../../../../server/src/service/document/node';
import { splitSegments } from '../../../../server/src/service/document/segments';
import { rules } from '../../../../server/src/service/rules';
import { mayNotice, RecordedDocument } from '../../../../server/src/service/rules/recordedDocument';
import type { Rule } from '../../../../server/src/service/rules/rule';
import { RuleDocument } from '../../../../server/src/service/rules/ruleDocument';
import { table } from '../../../../server/src/service/schema/table';
import { exampleText } from '../../../support/ruleExample';

const withExamples = rules.map((rule) => ({ id: rule.id, rule }));

test.each(withExamples)('$id notices what it has read', ({ rule }) => {
  for (const root of examplesOf(rule)) {
    const { live } = rule.examples;
    const document = new RecordedDocument(root, live);
    const reads = document.record(() => findings(rule, document));
    for (const { pointer } of walk(root)) {
      const facts = table.factsAt(pointer);
      const without = new RuleDocument(removed(root, pointer), live);
      const isSame = findings(rule, new RuleDocument(root, live)) === findings(rule, without);
      expect(
        facts === undefined || isSame || mayNotice(reads, pointer, facts),
        `${rule.id} changes without ${pointer}`,
      ).toBe(true);
    }
  }
});

describe('a number', () => {
  test('is read like every other value', () => {
    const [root] = rootsOf(exampleText('ikepolicy: {dpd: {timeout: 15, interval: 10}}'));
    const document = new RecordedDocument(root!, undefined);
    const pointer = '/vpn_connection/ikepolicy/dpd/interval';
    const { pointers } = document.record(() => document.integer(pointer));
    expect(pointers).toContain(pointer);
  });
});

function examplesOf({ examples: { good, bad } }: Rule): readonly DataNode[] {
  return [...good, ...bad.map(({ yaml }) => yaml)].flatMap((yaml) => rootsOf(exampleText(yaml)));
}

function rootsOf(text: string): readonly DataNode[] {
  return splitSegments(text).flatMap((segment) => analyze(segment).root ?? []);
}

/** What a rule finds, as one text to compare. */
function findings(rule: Rule, document: RuleDocument): string {
  const found: unknown[] = [];
  rule.check(document, ({ at, message }) =>
    found.push(['keySpan' in at ? at.value.pointer : at.pointer, message]),
  );
  return JSON.stringify(found);
}

/** The same data without the value at `pointer`. */
function removed(node: DataNode, pointer: string): DataNode {
  switch (node.kind) {
    case 'scalar':
      return node;
    case 'sequence':
      return {
        ...node,
        items: node.items
          .filter((item) => item.pointer !== pointer)
          .map((item) => removed(item, pointer)),
      };
    case 'map':
      return {
        ...node,
        entries: node.entries
          .filter(({ value }) => value.pointer !== pointer)
          .map((entry) => ({ ...entry, value: removed(entry.value, pointer) })),
      };
  }
}
