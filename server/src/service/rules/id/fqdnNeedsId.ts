// id/fqdn-needs-id: a name is announced and none is given.
import { defineRule } from '../rule';
import { identities } from './identities';

export const fqdnNeedsId = defineRule({
  id: 'id/fqdn-needs-id',
  severity: 'error',
  title: 'The ID is missing although its type is fqdn',
  why: 'With type fqdn the ID is mandatory: there is no default that the gateway could use.',
  source: 'API page, table 5',
  aboutMissing: true,
  check(document, report) {
    for (const { type, typeEntry, idKey, mayHaveId } of identities(document)) {
      if (type?.value !== 'fqdn' || mayHaveId || typeEntry === undefined) continue;
      report({
        at: typeEntry,
        message: `With type \`fqdn\` the ID is mandatory. Add \`${idKey}\`.`,
        data: { kind: 'add-key', key: idKey, after: typeEntry.key },
      });
    }
  },
  examples: {
    good: [
      'ikepolicy: {local_id_type: fqdn, local_id: gw.example.com}',
      'ikepolicy: {local_id_type: ip}',
      'ikepolicy: {local_id_type: fqdn, locl_id: gw.example.com}',
    ],
    bad: [
      { yaml: 'ikepolicy: {local_id_type: fqdn}', marks: ['local_id_type'] },
      { yaml: 'ikepolicy: {peer_id_type: fqdn, local_id: a}', marks: ['peer_id_type'] },
    ],
  },
});
