// subnets/not-needed: customer subnets where the connection does not use them.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';
import { needsSubnets } from './empty';
import { peerSubnetsPointer } from './peerSubnets';

export const notNeeded = defineRule({
  id: 'subnets/not-needed',
  severity: 'warning',
  title: 'Customer subnets where the connection does not need them',
  why: 'When the gateway is attached to an enterprise router and the mode is policy or BGP, the service does not use customer subnets and does not return them.',
  source: 'API page, tables 3 and 9',
  check(document, report) {
    const entry = document.entry(peerSubnetsPointer);
    if (entry?.value.kind !== 'sequence' || entry.value.items.length === 0) return;
    if (needsSubnets(document.connection) !== false) return;
    report({
      at: entry,
      message:
        'With association mode `er` and this style the connection does not use customer subnets. Remove them.',
      tag: 'unnecessary',
      data: { kind: 'remove-key' },
      ...relatedFacts(document.connection, 'association', 'style'),
    });
  },
  examples: {
    good: [
      'peer_subnets: [10.0.0.0/8]',
      'context: {association_mode: er, style: static}\nvpn_connection:\n  peer_subnets: [10.0.0.0/8]',
    ],
    bad: [
      {
        yaml: 'context: {association_mode: er, style: bgp}\nvpn_connection:\n  name: a\n  peer_subnets: [10.0.0.0/8]',
        marks: ['peer_subnets'],
        fixed: 'context: {association_mode: er, style: bgp}\nvpn_connection:\n  name: a',
      },
    ],
  },
});
