// policy/index-duplicate: one index for two rules.
import { childPointer } from '../../document/pointer';
import { repeats } from '../pairs';
import { defineRule } from '../rule';
import { policyRulesPointer } from './policyRules';

export const indexDuplicate = defineRule({
  id: 'policy/index-duplicate',
  severity: 'error',
  title: 'Two policy rules have the same index',
  why: 'The index of each policy rule must be unique in the connection.',
  source: 'API page, table 4',
  check(document, report) {
    const indexes = document
      .items(policyRulesPointer)
      .flatMap((rule) => document.integer(childPointer(rule.pointer, 'rule_index')) ?? []);
    const used = new Set(indexes.map(({ value }) => value));
    let free = 0;
    for (const [first, second] of repeats(indexes, ({ value }) => value)) {
      // Each gets a number of its own, so that all of them can be mended at once.
      while (used.has(free)) free++;
      report({
        at: second.node,
        message: `Another rule has this index. The next free one is ${free}; better still, leave the index out.`,
        related: [{ span: first.node.span, message: 'The same index.' }],
        data: { kind: 'replacements', values: [String(free)], orRemove: true },
      });
      used.add(free);
    }
  },
  examples: {
    good: [
      'policy_rules: [{rule_index: 0, source: 10.0.0.0/24}, {rule_index: 1, source: 10.1.0.0/24}]',
      'policy_rules: [{source: 10.0.0.0/24}, {source: 10.1.0.0/24}]',
      'policy_rules: [{rule_index: 99, source: 10.0.0.0/24}, {rule_index: 99, source: 10.1.0.0/24}]',
    ],
    bad: [
      {
        yaml: 'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n  - rule_index: 0x1\n    source: 10.1.0.0/24',
        marks: ['0x1'],
        fixed:
          'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n  - rule_index: 0\n    source: 10.1.0.0/24',
      },
      {
        yaml: 'policy_rules: [{rule_index: 1}, {rule_index: 0}, {rule_index: +1}, {rule_index: 0x1}]',
        marks: ['+1', '0x1'],
        fixed:
          'policy_rules: [{rule_index: 1}, {rule_index: 0}, {rule_index: 2}, {rule_index: 0x1}]',
      },
    ],
  },
});
