// crypto/weak: algorithms and groups that are allowed and discouraged.
import type { FieldFacts } from '../../schema/facts';
import { defineRule } from '../rule';

export const weak = defineRule({
  id: 'crypto/weak',
  severity: 'warning',
  title: 'A weak algorithm or group',
  why: 'The API accepts these values and asks for caution because of their low security. They remain for old devices; where the other side can do better, use better.',
  source: 'API page, tables 5 and 7',
  check(document, report) {
    for (const { node, facts, value } of document.textsWhere(hasWeakValues)) {
      const reason = facts.values.find((each) => each.value === value)?.weak;
      const { recommended } = facts;
      if (reason === undefined || recommended === undefined) continue;
      report({
        at: node,
        message: `${reason} Use \`${recommended}\` if the other side can.`,
        data: { kind: 'replacements', values: [recommended] },
        tag: 'deprecated',
      });
    }
  },
  examples: {
    good: [
      'ikepolicy: {authentication_algorithm: sha2-256, encryption_algorithm: aes-128, dh_group: group15}',
      'ikepolicy: {phase1_negotiation_mode: aggressive}',
    ],
    bad: [
      {
        yaml: 'ikepolicy:\n  authentication_algorithm: md5',
        marks: ['md5'],
        fixed: 'ikepolicy:\n  authentication_algorithm: sha2-256',
      },
      {
        yaml: 'ikepolicy: {authentication_algorithm: sha1, encryption_algorithm: 3des, dh_group: group1}',
        marks: ['sha1', '3des', 'group1'],
      },
      {
        yaml: 'ikepolicy: {dh_group: group2}\nipsecpolicy: {pfs: group5}',
        marks: ['group2', 'group5'],
      },
      {
        yaml: 'ipsecpolicy:\n  pfs: group14',
        marks: ['group14'],
        fixed: 'ipsecpolicy:\n  pfs: group20',
      },
      {
        yaml: 'ikepolicy:\n  ike_version: v1\n  encryption_algorithm: 3des',
        marks: ['3des'],
        fixed: 'ikepolicy:\n  ike_version: v1\n  encryption_algorithm: aes-256',
      },
    ],
  },
});

function hasWeakValues({ values }: FieldFacts): boolean {
  return values.some(({ weak }) => weak !== undefined);
}
