// ike/gcm-needs-v2: a cipher that IKEv1 cannot use.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';

/** The same cipher in CBC mode, which IKEv1 can use. */
const cbcOf: Readonly<Record<string, string>> = {
  'aes-256-gcm-16': 'aes-256',
  'aes-128-gcm-16': 'aes-128',
};

export const gcmNeedsV2 = defineRule({
  id: 'ike/gcm-needs-v2',
  severity: 'error',
  title: 'A GCM cipher in phase 1 with IKEv1',
  why: 'IKEv1 cannot use authenticated encryption for its own messages; with a GCM cipher in the IKE policy the version must be v2. The IPsec policy has no such limit.',
  source: 'User manual, creating a VPN connection, table 2; RFC 5282',
  check(document, report) {
    const cipher = document.text('/vpn_connection/ikepolicy/encryption_algorithm');
    const version = document.connection.ikeVersion;
    const mend = cipher === undefined ? undefined : cbcOf[cipher.value];
    if (cipher === undefined || mend === undefined || version === undefined) return;
    if (cipher.facts.onlyWhile?.are.includes(version.value) === true) return;
    report({
      at: cipher.node,
      message: `IKEv1 cannot use a GCM cipher. Use \`${mend}\`, or IKEv2.`,
      data: {
        kind: 'replacements',
        values: [mend],
        orSet: { key: 'ike_version', value: 'v2' },
      },
      ...relatedFacts(document.connection, 'ikeVersion'),
    });
  },
  examples: {
    good: [
      'ikepolicy: {ike_version: v2, encryption_algorithm: aes-256-gcm-16}',
      'ikepolicy: {encryption_algorithm: aes-256-gcm-16}',
      'ikepolicy: {ike_version: v1}\nipsecpolicy: {encryption_algorithm: aes-256-gcm-16}',
    ],
    bad: [
      {
        yaml: 'ikepolicy:\n  ike_version: v1\n  encryption_algorithm: aes-256-gcm-16',
        marks: ['aes-256-gcm-16'],
        fixed: 'ikepolicy:\n  ike_version: v1\n  encryption_algorithm: aes-256',
      },
      {
        yaml: 'context: {ike_version: v1}\nvpn_connection:\n  ikepolicy: {encryption_algorithm: aes-128-gcm-16}',
        marks: ['aes-128-gcm-16'],
      },
    ],
  },
});
