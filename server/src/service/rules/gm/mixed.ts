// gm/mixed: ShangMi algorithms beside what cannot go with them.
import { isGm, relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { gmFields } from './gmFields';

export const mixed = defineRule({
  id: 'gm/mixed',
  severity: 'error',
  title: 'ShangMi algorithms mixed with others, or with IKEv2',
  why: 'IKEv2 does not support the SM algorithms, and a gateway that knows them knows no others, so one update cannot hold both.',
  source: 'User manual, reasons why a connection is not established; API page, tables 5 and 7',
  supersedes: ['gm/unknown'],
  check(document, report) {
    // With a known flavor gm/value says which of the two is wrong.
    if (isGm(document.connection) !== undefined) return;
    const algorithms = gmFields(document).filter(({ gm }) => gm.exclusive === true);
    const others = algorithms.filter(({ isExclusive }) => !isExclusive);
    const version = document.connection.ikeVersion;
    for (const { node, isExclusive } of algorithms) {
      if (!isExclusive) continue;
      const [other] = others;
      if (version?.value === 'v2') {
        report({
          at: node,
          message:
            'IKEv2 does not support this algorithm. Use IKEv1 on a gateway of flavor GM, or another algorithm.',
          ...relatedFacts(document.connection, 'ikeVersion'),
        });
      } else if (other !== undefined) {
        report({
          at: node,
          message:
            'This update mixes ShangMi algorithms with others. No gateway knows both; decide for one kind.',
          related: [{ span: other.node.span, message: 'An algorithm of the other kind.' }],
        });
      }
    }
  },
  examples: {
    good: [
      'ikepolicy: {ike_version: v1, authentication_algorithm: sm3, encryption_algorithm: sm4}',
      'ikepolicy: {authentication_algorithm: sha1, encryption_algorithm: 3des}',
    ],
    bad: [
      { yaml: 'ikepolicy: {ike_version: v2, authentication_algorithm: sm3}', marks: ['sm3'] },
      {
        yaml: 'ikepolicy: {authentication_algorithm: sm3, encryption_algorithm: aes-256}',
        marks: ['sm3'],
      },
      {
        yaml: 'ikepolicy: {authentication_algorithm: sha2-256}\nipsecpolicy: {encryption_algorithm: sm4}',
        marks: ['sm4'],
      },
    ],
  },
});
