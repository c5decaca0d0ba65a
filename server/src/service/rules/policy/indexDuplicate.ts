// policy/index-duplicate: one index for two rules.
import { childPointer } from '../../document/pointer';
import { pairsOf } from '../pairs';
import { defineRule } from '../rule';
import { policyRulesPointer } from './policyRules';

export const indexDuplicate = defineRule({
  id: 'policy/index-duplicate',
  severity: 'error',
  title: 'Two policy rules have the same index',
  why: 'The index of each policy rule must be unique in the connection.',
  source: 'API page, table 4',
  check(document, report) {
    const indexed = document.items(policyRulesPointer).flatMap((rule) => {
      const pointer = childPointer(rule.pointer, 'rule_index');
      const [node, index] = [document.node(pointer), document.integer(pointer)];
      return node === undefined || index === undefined ? [] : [{ node, index }];
    });
    for (const [first, second] of pairsOf(indexed, (a, b) => a.index === b.index)) {
      const used = new Set(indexed.map(({ index }) => index));
      const free =
        Array.from({ length: used.size + 1 }, (_, index) => index).find(
          (index) => !used.has(index),
        ) ?? used.size;
      report({
        at: second.node,
        message: `Another rule has this index. The next free one is ${free}; better still, leave the index out.`,
        related: [{ span: first.node.span, message: 'The same index.' }],
        data: { kind: 'replacements', values: [String(free)] },
      });
    }
  },
  examples: {
    good: [
      'policy_rules: [{rule_index: 0, source: 10.0.0.0/24}, {rule_index: 1, source: 10.1.0.0/24}]',
      'policy_rules: [{source: 10.0.0.0/24}, {source: 10.1.0.0/24}]',
    ],
    bad: [
      {
        yaml: 'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n  - rule_index: 0x1\n    source: 10.1.0.0/24',
        marks: ['0x1'],
        fixed:
          'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24\n  - rule_index: 0\n    source: 10.1.0.0/24',
      },
    ],
  },
});
