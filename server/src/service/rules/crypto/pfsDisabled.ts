// crypto/pfs-disabled: a protection switched off.
import type { FieldFacts } from '../../schema/facts';
import { defineRule } from '../rule';

export const pfsDisabled = defineRule({
  id: 'crypto/pfs-disabled',
  severity: 'warning',
  title: 'Perfect forward secrecy is switched off',
  why: 'Without it, who learns the key of phase 1 can read all traffic of its lifetime, also what was recorded before.',
  source: 'API page, table 7',
  check(document, report) {
    for (const { node, facts, value } of document.textsWhere(canBeDisabled)) {
      const reason = facts.disables[value];
      const { recommended } = facts;
      if (reason === undefined || recommended === undefined) continue;
      report({
        at: node,
        message: `${reason} Use \`${recommended}\`.`,
        data: { kind: 'replacements', values: [recommended] },
      });
    }
  },
  examples: {
    good: ['ipsecpolicy: {pfs: group20}'],
    bad: [
      {
        yaml: 'ipsecpolicy:\n  pfs: disable',
        marks: ['disable'],
        fixed: 'ipsecpolicy:\n  pfs: group20',
      },
    ],
  },
});

function canBeDisabled({ disables }: FieldFacts): boolean {
  return Object.keys(disables).length > 0;
}
