// policy/index-set: an index where the service numbers by itself.
import { childPointer } from '../../document/pointer';
import { defineRule } from '../rule';
import { policyRulesPointer } from './policyRules';

export const indexSet = defineRule({
  id: 'policy/index-set',
  severity: 'information',
  title: 'A policy rule has an index',
  why: 'The API page advises not to set the index. The service makes one rule for each destination and may number them differently in its answer.',
  source: 'API page, table 4',
  check(document, report) {
    for (const rule of document.items(policyRulesPointer)) {
      const entry = document.entry(childPointer(rule.pointer, 'rule_index'));
      if (entry !== undefined)
        report({
          at: entry,
          message:
            'The service numbers the rules by itself and may change this number. Leave the index out.',
          data: { kind: 'remove-key' },
        });
    }
  },
  examples: {
    good: ['policy_rules: [{source: 10.0.0.0/24}]'],
    bad: [
      {
        yaml: 'policy_rules:\n  - rule_index: 1\n    source: 10.0.0.0/24',
        marks: ['rule_index'],
        fixed: 'policy_rules:\n  - source: 10.0.0.0/24',
      },
    ],
  },
});
