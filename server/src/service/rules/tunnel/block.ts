// tunnel/block: two ends that are not in one block.
import { formatIpv4, hostsOf, sameNetwork } from '../../address/ipv4';
import { defineRule } from '../rule';
import { tunnelPair } from './pair';

export const block = defineRule({
  id: 'tunnel/block',
  severity: 'error',
  title: 'The ends of the tunnel are in different blocks',
  why: 'Both tunnel addresses must be hosts of one /30 block, or the two ends cannot reach each other.',
  source: 'API page, table 3',
  supersedes: ['tunnel/host'],
  check(document, report) {
    const [local, peer] = tunnelPair(document) ?? [];
    if (local === undefined || peer === undefined || sameNetwork(local.block, peer.block)) return;
    if (local.block.prefixLength !== peer.block.prefixLength) return;
    const others = hostsOf(local.block)
      .filter((host) => host !== local.block.address)
      .map((host) => formatIpv4(host, local.block.prefixLength));
    report({
      at: peer.node,
      message: `This address is not in the block of the local address. The other host there is \`${others.join('` or `')}\`.`,
      related: [{ span: local.node.span, message: 'The local address.' }],
      data: { kind: 'replacements', values: others },
    });
  },
  examples: {
    good: [
      'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.226/30',
      'tunnel_local_address: 169.254.1.6/30\ntunnel_peer_address: 169.254.1.5/30',
    ],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.57.226/30',
        marks: ['169.254.57.226/30'],
        fixed: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.226/30',
      },
    ],
  },
});
