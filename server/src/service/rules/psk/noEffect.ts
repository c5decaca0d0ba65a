// psk/no-effect: the trap of IKEv2, where a new key alone changes nothing.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { holdsField } from '../update/holdsField';

const pskPointer = '/vpn_connection/psk';

export const noEffect = defineRule({
  id: 'psk/no-effect',
  severity: 'warning',
  title: 'A pre-shared key as the only change has no effect with IKEv2',
  why: 'With IKEv2 the API accepts the new key, and the tunnel goes on with the old one until it is re-established, perhaps weeks later, and then it fails if the other side still holds the old key. Change another field with it, or plan to re-establish the connection.',
  source: 'API page, table 3; user manual, modifying a VPN connection',
  aboutMissing: true,
  check(document, report) {
    const body = document.node('/vpn_connection');
    const key = document.entry(pskPointer);
    if (body?.kind !== 'map' || key === undefined) return;
    if (body.entries.some((entry) => entry.key !== key.key && holdsField(entry.value))) return;
    if (!document.isSecretReference(pskPointer) && !document.text(pskPointer)?.value) return;
    const version = document.connection.ikeVersion;
    if (version?.value === 'v1') return;
    if (version === undefined) {
      report({
        at: key,
        severity: 'information',
        message:
          'With IKEv2 a new key alone has no effect until the connection is re-established. Put `ike_version` under `context` to have this checked.',
        data: { kind: 'set-context', key: 'ike_version' },
      });
      return;
    }
    report({
      at: key,
      message:
        'With IKEv2 a new key alone has no effect until the connection is re-established. Change another field with it, or re-establish the connection.',
      ...relatedFacts(document.connection, 'ikeVersion'),
    });
  },
  examples: {
    good: [
      'context: {ike_version: v1}\nvpn_connection:\n  psk: !secret a',
      'context: {ike_version: v2}\nvpn_connection:\n  psk: !secret a\n  ikepolicy: {dh_group: group20}',
      'context: {ike_version: v2}\nvpn_connection:\n  psk: !secret a\n  peer_subnets: []',
      'context: {ike_version: v2}\nvpn_connection:\n  name: a',
    ],
    bad: [
      { yaml: 'context: {ike_version: v2}\nvpn_connection:\n  psk: !secret a', marks: ['psk'] },
      {
        yaml: 'context: {ike_version: v2}\nvpn_connection:\n  psk: !secret a\n  ikepolicy: {dpd: {}}',
        marks: ['psk'],
      },
      { yaml: 'psk: !env A', marks: ['psk'], severity: 'information' },
    ],
  },
});
