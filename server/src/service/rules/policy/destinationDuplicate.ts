// policy/destination-duplicate: the same destination twice in one rule.
import { repeatedNetworks } from '../networkPairs';
import { defineRule } from '../rule';
import { policyRules } from './policyRules';

export const destinationDuplicate = defineRule({
  id: 'policy/destination-duplicate',
  severity: 'warning',
  title: 'A policy rule lists a destination twice',
  why: 'The service makes one rule for each destination; the same one twice is a slip.',
  source: 'API page, table 4',
  check(document, report) {
    for (const { destinations } of policyRules(document)) {
      for (const [first, second] of repeatedNetworks(destinations)) {
        report({
          at: second.node,
          message: 'This destination is in the rule already. Remove one of the two.',
          related: [{ span: first.node.span, message: 'It stands here first.' }],
          data: { kind: 'remove-item' },
        });
      }
    }
  },
  examples: {
    good: [
      'policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}, {source: 10.2.0.0/24, destination: [10.1.0.0/24]}]',
    ],
    bad: [
      {
        yaml: 'policy_rules:\n  - source: 10.0.0.0/24\n    destination: [10.1.0.0/24, 10.1.0.7/24]',
        marks: ['10.1.0.7/24'],
      },
    ],
  },
});
