// tunnel/same: both ends with one address.
import { parseIpv4Block } from '../../address/ipv4';
import { defineRule } from '../rule';
import { hostTexts, tunnelPair } from './pair';

export const same = defineRule({
  id: 'tunnel/same',
  severity: 'error',
  title: 'Both ends of the tunnel have the same address',
  why: 'The two ends share a block of two hosts; each end takes one of them. (The API page gives the same example for both, which is a mistake in the page.)',
  source: 'API page, table 3',
  supersedes: ['tunnel/prefix'],
  check(document, report) {
    const [local, peer] = tunnelPair(document) ?? [];
    if (local === undefined || peer === undefined || local.block.address !== peer.block.address)
      return;
    const hosts = hostTexts(document, peer);
    const isHost = hosts.some((host) => parseIpv4Block(host)?.address === peer.block.address);
    // Another rule asks for another address then.
    if (!isHost) return;
    const [mend = ''] = hosts;
    report({
      at: peer.node,
      message: `Both ends have this address. The other host of the block is \`${mend}\`.`,
      related: [{ span: local.node.span, message: 'The other end.' }],
      data: { kind: 'replacements', values: [mend] },
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
      {
        yaml: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.1/29',
        marks: ['169.254.76.1/29'],
        fixed: 'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.2/30',
      },
    ],
  },
});
