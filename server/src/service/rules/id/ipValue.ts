// id/ip-value: an ID beside type ip, which not every gateway accepts.
import { parseIpv4 } from '../../address/ipv4';
import type { MapEntry } from '../../document/node';
import { defineRule } from '../rule';
import type { TextField } from '../ruleDocument';
import { identities, type Identity } from './identities';

export const ipValue = defineRule({
  id: 'id/ip-value',
  severity: 'information',
  title: 'An ID is given although its type is ip',
  why: 'With type ip the gateway uses its own address. Newer editions of the API page allow another IPv4 address; older gateways are known to refuse an ID here. Two ends with one address as their ID cannot tell each other apart; the console refuses that.',
  source: 'API page, tables 5 and 11; later editions of table 5; the console',
  check(document, report) {
    const given = identities(document).filter(isAddress);
    const [local, peer] = given;
    if (local && peer && parseIpv4(local.id.value) === parseIpv4(peer.id.value)) {
      report({
        at: peer.id.node,
        severity: 'warning',
        message:
          'Both ends have this ID. Give each the address of its own gateway, or leave both out.',
        related: [{ span: local.id.node.span, message: 'The other end.' }],
      });
      return;
    }
    for (const { type, idEntry } of given)
      report({
        at: idEntry,
        message:
          'With type `ip` the ID is the address of the gateway on its side by default, and older gateways refuse another one. Leave it out unless you need it.',
        data: { kind: 'remove-key', certainty: 'open' },
        related: [{ span: type.node.span, message: 'The type of the ID.' }],
      });
  },
  examples: {
    good: [
      'ikepolicy: {local_id_type: ip}',
      'ikepolicy: {local_id_type: fqdn, local_id: 198.51.100.7}',
    ],
    bad: [
      { yaml: 'ikepolicy: {local_id_type: ip, local_id: 198.51.100.7}', marks: ['local_id'] },
      {
        yaml: 'ikepolicy: {local_id_type: ip, local_id: 198.51.100.7, peer_id_type: ip, peer_id: 198.51.100.9}',
        marks: ['local_id', 'peer_id'],
      },
      {
        yaml: 'ikepolicy: {local_id_type: ip, local_id: 198.51.100.7, peer_id_type: ip, peer_id: "198.51.100.7"}',
        marks: ['"198.51.100.7"'],
        severity: 'warning',
      },
    ],
  },
});

interface AddressIdentity extends Identity {
  readonly type: TextField;
  readonly id: TextField;
  readonly idEntry: MapEntry;
}

function isAddress(identity: Identity): identity is AddressIdentity {
  const { type, id, idEntry } = identity;
  return (
    type?.value === 'ip' &&
    id !== undefined &&
    idEntry !== undefined &&
    parseIpv4(id.value) !== undefined
  );
}
