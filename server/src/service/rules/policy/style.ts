// policy/style: policy rules for a connection that is not policy-based.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { policyRulesPointer } from './policyRules';

export const style = defineRule({
  id: 'policy/style',
  severity: 'error',
  title: 'Policy rules for a connection that is not policy-based',
  why: 'Policy rules can be set only when the style is policy, and the style cannot be updated. For policy-template the page does not say.',
  source: 'API page, table 3',
  check(document, report) {
    const { value: known, origin } = document.connection.style ?? {};
    const entry = document.entry(policyRulesPointer);
    if (
      known === undefined ||
      known === 'policy' ||
      entry === undefined ||
      document.items(policyRulesPointer).length === 0
    )
      return;
    const correction = origin === 'context' ? ', or correct `context.style`' : '';
    report({
      at: entry,
      message: `Policy rules belong to style \`policy\` only. Remove them${correction}.`,
      data: { kind: 'remove-key' },
      ...(known === 'policy-template' && { severity: 'warning' }),
      ...relatedFacts(document.connection, 'style'),
    });
  },
  examples: {
    good: [
      'policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
      'context: {style: policy}\nvpn_connection:\n  policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
      'context: {style: static}\nvpn_connection:\n  policy_rules: []',
    ],
    bad: [
      {
        yaml: 'context: {style: static}\nvpn_connection:\n  policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
        marks: ['policy_rules'],
      },
      {
        yaml: 'context: {style: BGP}\nvpn_connection:\n  policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
        marks: ['policy_rules'],
      },
      {
        yaml: 'context: {style: policy-template}\nvpn_connection:\n  policy_rules: [{source: 10.0.0.0/24, destination: [10.1.0.0/24]}]',
        marks: ['policy_rules'],
        severity: 'warning',
      },
    ],
  },
});
