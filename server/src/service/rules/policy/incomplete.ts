// policy/incomplete: a rule without one of its two halves.
import type { DataNode } from '../../document/node';
import { childPointer } from '../../document/pointer';
import { defineRule } from '../rule';
import { policyRulesPointer } from './policyRules';

export const incomplete = defineRule({
  id: 'policy/incomplete',
  severity: 'warning',
  title: 'A policy rule lacks its source or its destinations',
  why: 'The API does not demand both, but a rule without one of them protects no traffic.',
  source: 'API page, table 4',
  aboutMissing: true,
  check(document, report) {
    for (const rule of document.items(policyRulesPointer)) {
      if (rule.kind !== 'map' || rule.tag !== undefined) continue;
      const missing = ['source', 'destination'].filter((key) => {
        const pointer = childPointer(rule.pointer, key);
        return !document.mayHold(pointer) || isEmptyList(document.node(pointer));
      });
      const at = rule.entries[0] ?? rule;
      if (missing.length > 0)
        report({
          at,
          message: `This rule has no \`${missing.join('` and no `')}\`, so it protects no traffic. Write it.`,
        });
    }
  },
  examples: {
    good: [
      'policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
      'policy_rules: [{source: 10.0.0.0/24, destinations: [10.1.0.0/24]}]',
    ],
    bad: [
      { yaml: 'policy_rules:\n  - source: 10.0.0.0/24', marks: ['source'] },
      { yaml: 'policy_rules:\n  - source: 10.0.0.0/24\n    destination: []', marks: ['source'] },
      { yaml: 'policy_rules:\n  - destination: [10.0.0.0/24]', marks: ['destination'] },
      { yaml: 'policy_rules: [{}]', marks: ['{}'] },
    ],
  },
});

function isEmptyList(value: DataNode | undefined): boolean {
  return value?.kind === 'sequence' && value.items.length === 0;
}
