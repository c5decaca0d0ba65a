// tunnel/host: the first and last address of a /30 block are no hosts.
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';
import { hostTexts } from './pair';

export const host = defineRule({
  id: 'tunnel/host',
  severity: 'error',
  title: 'A tunnel address is the network or broadcast address of its block',
  why: 'Of the four addresses of a /30 block only the two in the middle can be given to an interface.',
  source: 'API page, table 3',
  check(document, report) {
    for (const field of parsedAddressFields(document, 'interface')) {
      const { node, block, address } = field;
      const isHost = block.address !== block.first && block.address !== block.last;
      if (isHost || block.prefixLength !== address.prefixLength) continue;
      const hosts = hostTexts(document, field);
      const kind = block.address === block.first ? 'network' : 'broadcast';
      report({
        at: node,
        message: `This is the ${kind} address of the block. Use \`${hosts.join('` or `')}\`.`,
        data: { kind: 'replacements', values: hosts },
      });
    }
  },
  examples: {
    good: ['tunnel_local_address: 169.254.56.225/30', 'tunnel_peer_address: 169.254.56.226/30'],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.56.224/30',
        marks: ['169.254.56.224/30'],
        fixed: 'tunnel_local_address: 169.254.56.225/30',
      },
      {
        yaml: 'tunnel_peer_address: 169.254.56.227/30',
        marks: ['169.254.56.227/30'],
        fixed: 'tunnel_peer_address: 169.254.56.225/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.224/30',
        marks: ['169.254.56.224/30'],
        fixed: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.226/30',
      },
    ],
  },
});
