// subnets/special-use: networks that no customer network can be.
import { containsBlock } from '../../address/ipv4';
import { parsedAddressFields } from '../addressFields';
import { defineRule } from '../rule';

export const specialUse = defineRule({
  id: 'subnets/special-use',
  severity: 'warning',
  title: 'A customer subnet holds addresses that are not routed',
  why: 'Loopback, link-local, multicast and reserved addresses never travel through a tunnel, and the service is known to refuse them.',
  source: 'Frequently asked questions of the VPN service; RFC 6890',
  check(document, report) {
    for (const { node, block, address } of parsedAddressFields(document, 'network')) {
      const found = address.specialUse.find((known) => containsBlock(known, block));
      if (found !== undefined)
        report({
          at: node,
          message: `This network lies in ${found.text} (${found.use}), which cannot be behind a customer gateway. Use the network that is.`,
        });
    }
  },
  examples: {
    good: [
      'peer_subnets: [126.0.0.0/8, 128.0.0.0/8, 169.253.0.0/16, 169.255.0.0/16, 223.255.255.0/24]',
    ],
    bad: [
      { yaml: 'peer_subnets: [127.0.0.0/8]', marks: ['127.0.0.0/8'] },
      { yaml: 'peer_subnets: [169.254.0.0/16]', marks: ['169.254.0.0/16'] },
      {
        yaml: 'peer_subnets: [224.0.0.0/3, 255.255.255.255/32]',
        marks: ['224.0.0.0/3', '255.255.255.255/32'],
      },
    ],
  },
});
