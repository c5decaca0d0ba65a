// gm/unknown: ShangMi algorithms for a gateway nobody knows.
import { isGm } from '../connectionFacts';
import { defineRule } from '../rule';
import { gmFields } from './gmFields';

export const unknown = defineRule({
  id: 'gm/unknown',
  severity: 'information',
  title: 'A ShangMi algorithm, and the flavor of the gateway is not known',
  why: 'Only a gateway of flavor GM knows SM3 and SM4.',
  source: 'API page, tables 5 and 7',
  check(document, report) {
    if (isGm(document.connection) !== undefined) return;
    for (const { node, isExclusive } of gmFields(document)) {
      if (isExclusive)
        report({
          at: node,
          message:
            'Only a gateway of flavor GM knows this algorithm. Put `flavor` under `context` to have this checked.',
          data: { kind: 'set-context', key: 'flavor' },
        });
    }
  },
  examples: {
    good: [
      'context: {flavor: GM}\nvpn_connection:\n  ikepolicy: {authentication_algorithm: sm3}',
      'ikepolicy: {ike_version: v1}',
    ],
    bad: [
      {
        yaml: 'ikepolicy: {ike_version: v1, authentication_algorithm: sm3, encryption_algorithm: sm4}',
        marks: ['sm3', 'sm4'],
      },
    ],
  },
});
