// tunnel/range: a tunnel interface address outside the block that the service allows.
import { containsBlock } from '../../address/ipv4';
import { addressFields } from '../addressFields';
import { defineRule } from '../rule';

export const range = defineRule({
  id: 'tunnel/range',
  severity: 'error',
  title: 'A tunnel address is outside the allowed block',
  why: 'Tunnel interfaces take link-local addresses only; the API refuses every other address.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern'],
  check(document, report) {
    for (const { node, block, address } of addressFields(document, 'interface')) {
      const { within } = address;
      const host = block && { ...block, first: block.address, last: block.address };
      if (within === undefined || (host !== undefined && containsBlock(within, host))) continue;
      report({
        at: node,
        message: `Write a host address inside ${within.text} with its prefix length, such as \`169.254.76.1/30\`.`,
      });
    }
  },
  examples: {
    good: ['tunnel_local_address: 169.254.0.1/30', 'tunnel_peer_address: 169.254.255.254/30'],
    bad: [
      { yaml: 'tunnel_local_address: 169.253.255.253/30', marks: ['169.253.255.253/30'] },
      { yaml: 'tunnel_peer_address: 169.255.0.1/30', marks: ['169.255.0.1/30'] },
      { yaml: 'tunnel_local_address: 169.254.76.1', marks: ['169.254.76.1'] },
      { yaml: 'tunnel_local_address: 169.254.76.01/30', marks: ['169.254.76.01/30'] },
    ],
  },
});
