// tunnel/reserved: the part of the link-local block that the service keeps for itself.
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';
import { hostsElsewhere, reservedBlock } from './pair';

export const reserved = defineRule({
  id: 'tunnel/reserved',
  severity: 'error',
  title: 'A tunnel address lies in the reserved block',
  why: 'The service uses 169.254.195.0/24 itself and refuses tunnel addresses in it.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern', 'tunnel/prefix', 'tunnel/host'],
  check(document, report) {
    for (const field of parsedAddressFields(document, 'interface')) {
      const found = reservedBlock(field);
      if (found === undefined) continue;
      const values = hostsElsewhere(document, field);
      report({
        at: field.node,
        message: `The service reserves ${found.text}. Use a block outside it.`,
        ...(values.length > 0 && { data: { kind: 'replacements', values } }),
      });
    }
  },
  examples: {
    good: ['tunnel_local_address: 169.254.194.253/30', 'tunnel_local_address: 169.254.196.1/30'],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.195.1/30',
        marks: ['169.254.195.1/30'],
        fixed: 'tunnel_local_address: 169.254.196.1/30',
      },
      {
        yaml: 'tunnel_peer_address: 169.254.195.254/30',
        marks: ['169.254.195.254/30'],
        fixed: 'tunnel_peer_address: 169.254.196.2/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.195.6/30',
        marks: ['169.254.195.6/30'],
        fixed: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.2/30',
      },
    ],
  },
});
