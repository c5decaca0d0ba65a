// tunnel/prefix: a tunnel is a network of two hosts, so its prefix length is fixed.
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';
import { hostMends } from './pair';

export const prefix = defineRule({
  id: 'tunnel/prefix',
  severity: 'error',
  title: 'A tunnel address has another prefix length than 30',
  why: 'The two ends of a tunnel share a block of two host addresses; the API takes no other size.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern'],
  check(document, report) {
    for (const field of parsedAddressFields(document, 'interface')) {
      const { block } = field;
      const { prefixLength = block.prefixLength } = field.address;
      if (block.prefixLength === prefixLength) continue;
      const mends = hostMends(document, field);
      report({
        at: field.node,
        message: `The prefix length must be ${prefixLength}. Write \`${mends.join('` or `')}\`.`,
        data: { kind: 'replacements', values: mends },
      });
    }
  },
  examples: {
    good: ['tunnel_local_address: 169.254.76.1/30'],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.76.1/29',
        marks: ['169.254.76.1/29'],
        fixed: 'tunnel_local_address: 169.254.76.1/30',
      },
      {
        yaml: 'tunnel_peer_address: 169.254.76.2/31',
        marks: ['169.254.76.2/31'],
        fixed: 'tunnel_peer_address: 169.254.76.2/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.76.4/24',
        marks: ['169.254.76.4/24'],
        fixed: 'tunnel_local_address: 169.254.76.5/30',
      },
    ],
  },
});
