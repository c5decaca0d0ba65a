// policy/tunnels: more pairs of networks than a gateway can carry.
import { defineRule } from '../rule';
import { policyRules, policyRulesPointer } from './policyRules';

/** Pairs of networks up to which the manual recommends policy mode. */
const recommendedPairs = 100;

export const tunnels = defineRule({
  id: 'policy/tunnels',
  severity: 'warning',
  title: 'The policy rules make very many tunnels',
  why: 'Policy mode makes one tunnel for each pair of source and destination. The manual names 100 at one place and 300 at another as the limit of a gateway address.',
  source: 'User manual, quotas and constraints',
  check(document, report) {
    const pairs = policyRules(document).reduce(
      (sum, { destinations }) => sum + destinations.length,
      0,
    );
    const entry = document.entry(policyRulesPointer);
    if (entry === undefined || pairs <= recommendedPairs) return;
    report({
      at: entry,
      message: `These rules make ${pairs} tunnels; above ${recommendedPairs} the gateway may refuse some. Summarise networks.`,
    });
  },
  examples: {
    good: [`policy_rules:\n${manyDestinations(2, 50)}`],
    bad: [{ yaml: `policy_rules:\n${manyDestinations(3, 34)}`, marks: ['policy_rules'] }],
  },
});

/** YAML of `rules` rules with `count` destinations each. */
function manyDestinations(rules: number, count: number): string {
  const list = (rule: number): string =>
    Array.from({ length: count }, (_, at) => `10.${rule}.${at}.0/24`).join(', ');
  return Array.from(
    { length: rules },
    (_, rule) => `  - source: 172.16.${rule}.0/24\n    destination: [${list(rule)}]`,
  ).join('\n');
}
