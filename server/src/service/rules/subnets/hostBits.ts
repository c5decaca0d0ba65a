// subnets/host-bits: an address of a host where a network is meant.
import { formatIpv4, hasHostBits } from '../../address/ipv4';
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';

export const hostBits = defineRule({
  id: 'subnets/host-bits',
  severity: 'warning',
  title: 'A network has host bits set',
  why: 'The API page does not say what the service makes of 192.168.1.5/24. Write the network address, so that what you see is what is configured.',
  source: 'API page, tables 3 and 4 (not addressed there)',
  check(document, report) {
    for (const { node, block } of parsedAddressFields(document, 'network')) {
      if (!hasHostBits(block)) continue;
      const network = formatIpv4(block.first, block.prefixLength);
      report({
        at: node,
        message: `This is the address of a host. The network is \`${network}\`.`,
        data: { kind: 'replacements', values: [network] },
      });
    }
  },
  examples: {
    good: ['peer_subnets: [192.168.1.0/24, 192.168.1.5/32]'],
    bad: [
      {
        yaml: 'peer_subnets: [192.168.1.5/24]',
        marks: ['192.168.1.5/24'],
        fixed: 'peer_subnets: [192.168.1.0/24]',
      },
      {
        yaml: 'policy_rules:\n  - source: 10.0.0.1/24',
        marks: ['10.0.0.1/24'],
        fixed: 'policy_rules:\n  - source: 10.0.0.0/24',
      },
    ],
  },
});
