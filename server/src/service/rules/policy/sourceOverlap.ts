// policy/source-overlap: a source network inside another.
import { overlappingNetworks } from '../networkPairs';
import { defineRule } from '../rule';
import { policySources } from './policyRules';

export const sourceOverlap = defineRule({
  id: 'policy/source-overlap',
  severity: 'warning',
  title: 'The source networks of two policy rules overlap',
  why: 'Overlapping rules are known to make the connection flap, because both match the same traffic.',
  source: 'User manual, policy rules; API page, table 4',
  check(document, report) {
    for (const [first, second] of overlappingNetworks(policySources(document))) {
      report({
        at: second.node,
        message:
          'This source overlaps with that of another rule, which can make the connection flap. Separate the two.',
        related: [{ span: first.node.span, message: 'It overlaps with this source.' }],
      });
    }
  },
  examples: {
    good: ['policy_rules: [{source: 10.0.0.0/24}, {source: 10.0.1.0/24}]'],
    bad: [
      {
        yaml: 'policy_rules:\n  - source: 10.0.0.0/16\n  - source: 10.0.1.0/24',
        marks: ['10.0.1.0/24'],
      },
    ],
  },
});
