// tunnel/same: both ends with one address.
import { formatIpv4, hostsOf } from '../../address/ipv4';
import { defineRule } from '../rule';
import { tunnelPair } from './pair';

export const same = defineRule({
  id: 'tunnel/same',
  severity: 'error',
  title: 'Both ends of the tunnel have the same address',
  why: 'The two ends share a block of two hosts; each end takes one of them. (The API page gives the same example for both, which is a mistake in the page.)',
  source: 'API page, table 3',
  check(document, report) {
    const [local, peer] = tunnelPair(document) ?? [];
    if (local === undefined || peer === undefined || local.block.address !== peer.block.address)
      return;
    const other = hostsOf(peer.block).find((host) => host !== local.block.address);
    const mend = other === undefined ? undefined : formatIpv4(other, peer.block.prefixLength);
    report({
      at: peer.node,
      message:
        mend === undefined
          ? 'Both ends have this address. Give each its own.'
          : `Both ends have this address. The other host of the block is \`${mend}\`.`,
      related: [{ span: local.node.span, message: 'The other end.' }],
      ...(mend !== undefined && { data: { kind: 'replacements', values: [mend] } }),
    });
  },
  examples: {
    good: ['tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.2/30'],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: "169.254.76.1/30"',
        marks: ['"169.254.76.1/30"'],
        fixed: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: "169.254.76.2/30"',
      },
    ],
  },
});
