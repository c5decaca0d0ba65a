// id/not-ip: the type says address and the ID is none.
import { parseIpv4 } from '../../address/ipv4';
import { defineRule } from '../rule';
import { identities } from './identities';

export const notIp = defineRule({
  id: 'id/not-ip',
  severity: 'error',
  title: 'The ID is no IPv4 address although its type is ip',
  why: 'With type ip the ID, if there is one at all, must be an IPv4 address.',
  source: 'Later editions of the API page, table 5',
  supersedes: ['id/characters', 'id/long', 'schema/pattern', 'schema/length'],
  check(document, report) {
    for (const { type, id, typeKey } of identities(document)) {
      if (type?.value !== 'ip' || id === undefined || parseIpv4(id.value) !== undefined) continue;
      report({
        at: id.node,
        message: `With type \`ip\` this must be an IPv4 address. Correct it, or set \`${typeKey}\` to \`fqdn\`.`,
        related: [{ span: type.node.span, message: 'The type of the ID.' }],
        data: { kind: 'set-key', key: typeKey, value: 'fqdn' },
      });
    }
  },
  examples: {
    good: [
      'ikepolicy: {local_id_type: fqdn, local_id: gw.example.com}',
      'ikepolicy: {local_id_type: ip, local_id: 198.51.100.7}',
      'ikepolicy: {local_id: gw}',
    ],
    bad: [
      {
        yaml: 'ikepolicy: {local_id_type: ip, local_id: gw.example.com}',
        marks: ['gw.example.com'],
      },
      { yaml: 'ikepolicy: {peer_id_type: ip, peer_id: 198.51.100.256}', marks: ['198.51.100.256'] },
      { yaml: 'ikepolicy: {peer_id_type: ip, peer_id: 198.51.100.07}', marks: ['198.51.100.07'] },
    ],
  },
});
