// tunnel/style: tunnel addresses for a connection that is not route-based.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { hasNoTunnels, tunnelPointers } from './pair';

export const style = defineRule({
  id: 'tunnel/style',
  severity: 'warning',
  title: 'Tunnel addresses for a connection that is not route-based',
  why: 'Tunnel interface addresses exist in route-based mode only: style static or bgp.',
  source: 'API page, tables 3 and 9',
  supersedes: ['tunnel/half'],
  check(document, report) {
    if (!hasNoTunnels(document)) return;
    for (const pointer of tunnelPointers) {
      const entry = document.entry(pointer);
      if (entry !== undefined)
        report({
          at: entry,
          message: 'Tunnel addresses are used with style `static` or `bgp` only. Remove this key.',
          tag: 'unnecessary',
          data: { kind: 'remove-key' },
          ...relatedFacts(document.connection, 'style'),
        });
    }
  },
  examples: {
    good: [
      'tunnel_local_address: 169.254.76.1/30',
      'context: {style: bgp}\nvpn_connection:\n  tunnel_local_address: 169.254.76.1/30',
    ],
    bad: [
      {
        yaml: 'context: {style: policy}\nvpn_connection:\n  name: a\n  tunnel_local_address: 169.254.76.1/30',
        marks: ['tunnel_local_address'],
        fixed: 'context: {style: policy}\nvpn_connection:\n  name: a',
      },
      {
        yaml: 'context: {style: POLICY-TEMPLATE}\nvpn_connection:\n  tunnel_peer_address: 169.254.76.2/30',
        marks: ['tunnel_peer_address'],
      },
    ],
  },
});
