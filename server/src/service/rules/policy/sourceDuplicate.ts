// policy/source-duplicate: two rules for one source network.
import { repeatedNetworks } from '../networkPairs';
import { defineRule } from '../rule';
import { policySources } from './policyRules';

export const sourceDuplicate = defineRule({
  id: 'policy/source-duplicate',
  severity: 'error',
  title: 'Two policy rules have the same source network',
  why: 'The source of each policy rule must be unique; put all its destinations into one rule. Compared as networks, so 10.0.0.1/24 and 10.0.0.0/24 are the same.',
  source: 'API page, table 4',
  supersedes: ['policy/source-overlap'],
  check(document, report) {
    for (const [first, second] of repeatedNetworks(policySources(document))) {
      report({
        at: second.node,
        message: 'Another rule has this source. Put the destinations of both into one rule.',
        related: [{ span: first.node.span, message: 'The same source.' }],
      });
    }
  },
  examples: {
    good: [
      'policy_rules: [{source: 10.0.0.0/24, destination: [10.9.0.0/24]}, {source: 10.1.0.0/24, destination: [10.9.0.0/24]}]',
    ],
    bad: [
      {
        yaml: 'policy_rules:\n  - source: 10.0.0.0/24\n  - source: 10.0.0.9/24',
        marks: ['10.0.0.9/24'],
      },
    ],
  },
});
