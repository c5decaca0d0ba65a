// subnets/overlap: one customer network inside another.
import { overlappingNetworks } from '../networkPairs';
import { defineRule } from '../rule';
import { peerSubnets } from './peerSubnets';

export const overlap = defineRule({
  id: 'subnets/overlap',
  severity: 'warning',
  title: 'Two customer subnets overlap',
  why: 'One of the two networks contains the other, so one of them is superfluous, or one of them is mistyped.',
  source: 'API page, table 3; user manual, customer subnets',
  check(document, report) {
    for (const [first, second] of overlappingNetworks(peerSubnets(document))) {
      report({
        at: second.node,
        message:
          'This network overlaps with another one of the list. Keep the larger one, or correct one of the two.',
        related: [{ span: first.node.span, message: 'It overlaps with this one.' }],
        data: {
          kind: 'remove-item',
          certainty: 'open',
          ...(first.block.prefixLength > second.block.prefixLength && {
            other: first.node.pointer,
          }),
        },
      });
    }
  },
  examples: {
    good: ['peer_subnets: [10.0.0.0/9, 10.128.0.0/9]'],
    bad: [
      { yaml: 'peer_subnets: [10.0.0.0/8, 10.1.0.0/16]', marks: ['10.1.0.0/16'] },
      { yaml: 'peer_subnets: [10.1.0.0/16, 10.0.0.0/8]', marks: ['10.0.0.0/8'] },
    ],
  },
});
