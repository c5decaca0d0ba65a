// subnets/reserved: customer subnets inside a block that the service keeps for itself.
import { containsBlock } from '../../address/ipv4';
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';

export const reserved = defineRule({
  id: 'subnets/reserved',
  severity: 'error',
  title: 'A customer subnet lies in a reserved block',
  why: 'The service uses 100.64.0.0/10 and 214.0.0.0/8 itself and refuses customer subnets inside them. The list differs between regions, and a support ticket can open 100.64.0.0/10; set this rule to a warning then.',
  source: 'API page, table 3',
  check(document, report) {
    for (const { node, block, address } of parsedAddressFields(document, 'network')) {
      const found = address.reserved.find((known) => containsBlock(known, block));
      if (found !== undefined)
        report({
          at: node,
          message: `This network lies in ${found.text}, which the service reserves. Use another network.`,
        });
    }
  },
  examples: {
    good: [
      'peer_subnets: [100.128.0.0/10, 100.63.255.0/24, 213.255.255.0/24, 215.0.0.0/8]',
      'peer_subnets: [100.0.0.0/8, 0.0.0.0/0]',
    ],
    bad: [
      { yaml: 'peer_subnets: [100.64.0.0/10]', marks: ['100.64.0.0/10'] },
      { yaml: 'peer_subnets: [100.127.255.0/24]', marks: ['100.127.255.0/24'] },
      {
        yaml: 'peer_subnets: [214.0.0.0/8, 214.255.255.255/32]',
        marks: ['214.0.0.0/8', '214.255.255.255/32'],
      },
    ],
  },
});
