// id/type-missing: an ID without its type.
import { parseIpv4 } from '../../address/ipv4';
import { defineRule } from '../rule';
import { identities } from './identities';

export const typeMissing = defineRule({
  id: 'id/type-missing',
  severity: 'information',
  title: 'An ID is given without its type',
  why: 'The type stays as it is on the connection. If it is ip, the ID must be an IPv4 address or is refused.',
  source: 'API page, table 5',
  aboutMissing: true,
  check(document, report) {
    for (const { id, idEntry, mayHaveType, typeKey } of identities(document)) {
      if (idEntry === undefined || mayHaveType) continue;
      // With an address nobody can tell: older gateways refuse one beside type `ip`.
      const isAddress = id !== undefined && parseIpv4(id.value) !== undefined;
      report({
        at: idEntry,
        message: `The type of this ID stays as it is on the connection. Write \`${typeKey}\` with it to have both checked.`,
        ...(id &&
          !isAddress && {
            data: { kind: 'add-key', key: typeKey, after: idEntry.key, value: 'fqdn' },
          }),
      });
    }
  },
  examples: {
    good: [
      'ikepolicy: {local_id_type: fqdn, local_id: a}',
      'ikepolicy: {local_id_typ: fqdn, local_id: a}',
    ],
    bad: [{ yaml: 'ikepolicy: {local_id: gw.example.com}', marks: ['local_id'] }],
  },
});
