// subnets/duplicate: the same customer network twice.
import { repeatedNetworks } from '../networkPairs';
import { defineRule } from '../rule';
import { peerSubnets } from './peerSubnets';

export const duplicate = defineRule({
  id: 'subnets/duplicate',
  severity: 'error',
  title: 'A customer subnet is listed twice',
  why: 'The list names networks; the same network twice is a slip, and the next one to edit the list may remove only one of them. Compared as networks, so 10.0.0.1/8 and 10.0.0.0/8 are the same.',
  source: 'API page, table 3',
  supersedes: ['subnets/overlap'],
  check(document, report) {
    for (const [first, second] of repeatedNetworks(peerSubnets(document))) {
      report({
        at: second.node,
        message: 'This network is in the list already. Remove one of the two.',
        related: [{ span: first.node.span, message: 'It stands here first.' }],
        data: { kind: 'remove-item' },
      });
    }
  },
  examples: {
    good: ['peer_subnets: [10.0.0.0/8, 172.16.0.0/12]'],
    bad: [
      {
        yaml: 'peer_subnets:\n  - 10.0.0.0/24\n  - 10.0.1.0/24\n  - "10.0.0.0/24"',
        marks: ['"10.0.0.0/24"'],
      },
      { yaml: 'peer_subnets: [10.0.0.0/8, 10.1.0.0/8]', marks: ['10.1.0.0/8'] },
      {
        yaml: 'peer_subnets: [10.0.0.0/8, 10.0.0.0/8, 10.0.0.0/8]',
        marks: ['10.0.0.0/8', '10.0.0.0/8'],
      },
    ],
  },
});
