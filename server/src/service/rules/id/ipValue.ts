// id/ip-value: an ID beside type ip, which not every gateway accepts.
import { parseIpv4 } from '../../address/ipv4';
import { defineRule } from '../rule';
import { identities } from './identities';

export const ipValue = defineRule({
  id: 'id/ip-value',
  severity: 'information',
  title: 'An ID is given although its type is ip',
  why: 'With type ip the gateway uses its own address. Newer editions of the API page allow another IPv4 address; older gateways are known to refuse an ID here.',
  source: 'API page, tables 5 and 11; later editions of table 5',
  check(document, report) {
    for (const { type, id, idEntry } of identities(document)) {
      if (
        type?.value !== 'ip' ||
        id === undefined ||
        idEntry === undefined ||
        parseIpv4(id.value) === undefined
      )
        continue;
      report({
        at: idEntry,
        message:
          'With type `ip` the ID is the address of the gateway on its side by default, and older gateways refuse another one. Leave it out unless you need it.',
        related: [{ span: type.node.span, message: 'The type of the ID.' }],
      });
    }
  },
  examples: {
    good: [
      'ikepolicy: {local_id_type: ip}',
      'ikepolicy: {local_id_type: fqdn, local_id: 198.51.100.7}',
    ],
    bad: [{ yaml: 'ikepolicy: {local_id_type: ip, local_id: 198.51.100.7}', marks: ['local_id'] }],
  },
});
