// gm/immutable: fields that a GM gateway does not let anybody change.
import type { FieldFacts } from '../../schema/facts';
import { isGm, relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';

export const immutable = defineRule({
  id: 'gm/immutable',
  severity: 'error',
  title: 'A field that cannot be changed on a GM gateway',
  why: 'On a gateway of flavor GM the DH group, the IDs and PFS cannot be modified.',
  source: 'API page, tables 5 and 7',
  supersedes: [
    'crypto/weak',
    'crypto/pfs-disabled',
    'id/fqdn-needs-id',
    'id/type-missing',
    'id/ip-value',
    'id/not-ip',
    'id/characters',
    'id/long',
    'schema/enum',
    'schema/type',
    'schema/length',
    'schema/pattern',
    'yaml/altered-text',
    'yaml/unknown-tag',
    'yaml/unresolved-alias',
  ],
  check(document, report) {
    if (isGm(document.connection) !== true) return;
    for (const { node } of document.fieldsWhere(isImmutableOnGm)) {
      const entry = document.entry(node.pointer);
      if (entry === undefined) continue;
      report({
        at: entry,
        message: 'This field cannot be changed on a gateway of flavor GM. Remove it.',
        data: { kind: 'remove-key' },
        ...relatedFacts(document.connection, 'flavor'),
      });
    }
  },
  examples: {
    good: [
      'context: {flavor: Basic}\nvpn_connection:\n  ikepolicy: {dh_group: group20}',
      'ikepolicy: {dh_group: group20}',
    ],
    bad: [
      {
        yaml: 'context: {flavor: GM}\nvpn_connection:\n  name: a\n  ikepolicy:\n    ike_version: v1\n    dh_group: group20',
        marks: ['dh_group'],
        fixed:
          'context: {flavor: GM}\nvpn_connection:\n  name: a\n  ikepolicy:\n    ike_version: v1',
      },
      {
        yaml: 'context: {flavor: GM}\nvpn_connection:\n  ikepolicy: {local_id_type: ip, local_id: 1.2.3.4, peer_id_type: ip, peer_id: 1.2.3.5}\n  ipsecpolicy: {pfs: group20}',
        marks: ['local_id_type', 'local_id', 'peer_id_type', 'peer_id', 'pfs'],
      },
    ],
  },
});

function isImmutableOnGm({ gm }: FieldFacts): boolean {
  return gm?.kind === 'immutable';
}
