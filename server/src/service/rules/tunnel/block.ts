// tunnel/block: two ends that are not in one block.
import { formatIpv4, sameNetwork } from '../../address/ipv4';
import { defineRule } from '../rule';
import { hostTexts, tunnelBlock, tunnelPair } from './pair';

export const block = defineRule({
  id: 'tunnel/block',
  severity: 'error',
  title: 'The ends of the tunnel are in different blocks',
  why: 'Both tunnel addresses must be hosts of one /30 block, or the two ends cannot reach each other.',
  source: 'API page, table 3',
  supersedes: ['tunnel/host', 'tunnel/prefix'],
  check(document, report) {
    const [local, peer] = tunnelPair(document) ?? [];
    if (local === undefined || peer === undefined) return;
    const [own, other] = [tunnelBlock(local), tunnelBlock(peer)];
    if (own === undefined || other === undefined || sameNetwork(own, other)) return;
    const taken = formatIpv4(local.block.address, own.prefixLength);
    // The first host is what the rules about the local address ask for when it is no host itself.
    const [mend = ''] = hostTexts(document, local)
      .filter((host) => host !== taken)
      .slice(-1);
    report({
      at: peer.node,
      message: `This address is not in the block of the local address. The other host there is \`${mend}\`.`,
      related: [{ span: local.node.span, message: 'The local address.' }],
      data: { kind: 'replacements', values: [mend] },
    });
  },
  examples: {
    good: [
      'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.226/30',
      'tunnel_local_address: 169.254.1.6/30\ntunnel_peer_address: 169.254.1.5/30',
      'tunnel_local_address: 169.254.76.1/31\ntunnel_peer_address: 169.254.76.2/31',
      'tunnel_local_address: 169.254.76.1/32\ntunnel_peer_address: 169.254.76.2/30',
    ],
    bad: [
      {
        yaml: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.57.226/30',
        marks: ['169.254.57.226/30'],
        fixed: 'tunnel_local_address: 169.254.56.225/30\ntunnel_peer_address: 169.254.56.226/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.76.1/29\ntunnel_peer_address: 169.254.77.2/29',
        marks: ['169.254.77.2/29'],
        fixed: 'tunnel_local_address: 169.254.76.1/29\ntunnel_peer_address: 169.254.76.2/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.1.1/17\ntunnel_peer_address: 169.254.200.2/17',
        marks: ['169.254.200.2/17'],
        fixed: 'tunnel_local_address: 169.254.1.1/17\ntunnel_peer_address: 169.254.1.2/30',
      },
      {
        yaml: 'tunnel_local_address: 169.254.76.3/30\ntunnel_peer_address: 169.254.77.2/30',
        marks: ['169.254.77.2/30'],
        fixed: 'tunnel_local_address: 169.254.76.3/30\ntunnel_peer_address: 169.254.76.2/30',
      },
    ],
  },
});
