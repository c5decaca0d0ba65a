// gm/value: values that the flavor of the gateway does not allow.
import { isGm, relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { gmFields } from './gmFields';

export const value = defineRule({
  id: 'gm/value',
  severity: 'error',
  title: 'A value that the flavor of the gateway does not allow',
  why: 'A gateway of flavor GM runs IKEv1 in main mode with SM3 and SM4 and nothing else; all other gateways know neither SM3 nor SM4.',
  source: 'API page, tables 5 and 7',
  supersedes: ['schema/enum', 'ike/gcm-needs-v2', 'crypto/weak', 'ike/mode-aggressive'],
  check(document, report) {
    const isOnGm = isGm(document.connection);
    const related = relatedFacts(document.connection, 'flavor');
    for (const field of gmFields(document)) {
      const { only } = field.gm;
      if (isOnGm === true && !only.includes(field.value)) {
        const allowed = only.join('` or `');
        report({
          at: field.node,
          message: `A gateway of flavor GM allows only \`${allowed}\` here.`,
          data: { kind: 'replacements', values: only },
          ...related,
        });
      }
      if (isOnGm === false && field.isExclusive) {
        const { recommended = '' } = field.facts;
        report({
          at: field.node,
          message: `Only a gateway of flavor GM knows this algorithm. Use \`${recommended}\`.`,
          data: { kind: 'replacements', values: [recommended] },
          ...related,
        });
      }
    }
  },
  examples: {
    good: [
      'context: {flavor: GM}\nvpn_connection:\n  ikepolicy: {ike_version: v1, phase1_negotiation_mode: main, authentication_algorithm: sm3, encryption_algorithm: sm4}',
      'context: {flavor: Basic}\nvpn_connection:\n  ikepolicy: {ike_version: v1, authentication_algorithm: sha2-256}',
      'ikepolicy: {authentication_algorithm: sha2-256}',
    ],
    bad: [
      {
        yaml: 'context: {flavor: gm}\nvpn_connection:\n  ikepolicy:\n    ike_version: v2',
        marks: ['v2'],
        fixed: 'context: {flavor: gm}\nvpn_connection:\n  ikepolicy:\n    ike_version: v1',
      },
      {
        yaml: 'context: {flavor: Basic}\nvpn_connection:\n  ikepolicy:\n    encryption_algorithm: SM4',
        marks: ['SM4'],
      },
      {
        yaml: 'context: {flavor: GM}\nvpn_connection:\n  ikepolicy: {phase1_negotiation_mode: aggressive, authentication_algorithm: md5}',
        marks: ['aggressive', 'md5'],
      },
      {
        yaml: 'context: {flavor: GM, ike_version: v2}\nvpn_connection:\n  ikepolicy: {encryption_algorithm: sm4}',
        marks: ['v2'],
        fixed:
          'context: {flavor: GM, ike_version: v1}\nvpn_connection:\n  ikepolicy: {encryption_algorithm: sm4}',
      },
      {
        yaml: 'context: {flavor: GM}\nvpn_connection:\n  ipsecpolicy: {encryption_algorithm: aes-256}',
        marks: ['aes-256'],
      },
      {
        yaml: 'context: {flavor: Basic}\nvpn_connection:\n  ikepolicy:\n    authentication_algorithm: sm3',
        marks: ['sm3'],
        fixed:
          'context: {flavor: Basic}\nvpn_connection:\n  ikepolicy:\n    authentication_algorithm: sha2-256',
      },
    ],
  },
});
