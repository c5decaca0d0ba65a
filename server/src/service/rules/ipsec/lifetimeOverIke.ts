// ipsec/lifetime-over-ike: a phase 2 that outlives its phase 1.
import { defineRule } from '../rule';

export const lifetimeOverIke = defineRule({
  id: 'ipsec/lifetime-over-ike',
  severity: 'warning',
  title: 'Phase 2 lives longer than phase 1',
  why: 'Phase 2 is protected by phase 1 and is usually negotiated several times in its lifetime. The other way round traffic can stop when phase 1 ends first.',
  source: 'API page, tables 5 and 7',
  check(document, report) {
    const [ikePointer, ipsecPointer] = [
      '/vpn_connection/ikepolicy/lifetime_seconds',
      '/vpn_connection/ipsecpolicy/lifetime_seconds',
    ];
    const [ike, ipsec] = [document.integer(ikePointer), document.integer(ipsecPointer)];
    const [at, other] = [document.node(ipsecPointer), document.node(ikePointer)];
    if (
      ike === undefined ||
      ipsec === undefined ||
      at === undefined ||
      other === undefined ||
      ipsec <= ike
    )
      return;
    report({
      at,
      message: 'The lifetime of phase 2 is longer than that of phase 1. Make it shorter.',
      related: [{ span: other.span, message: 'The lifetime of phase 1.' }],
    });
  },
  examples: {
    good: [
      'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 3600}',
      'ipsecpolicy: {lifetime_seconds: 604800}',
    ],
    bad: [
      {
        yaml: 'ikepolicy: {lifetime_seconds: 3600}\nipsecpolicy: {lifetime_seconds: 3601}',
        marks: ['3601'],
      },
    ],
  },
});
