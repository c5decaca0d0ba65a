// dpd/timeout-v2: a retransmission interval that IKEv2 does not use.
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';

export const timeoutV2 = defineRule({
  id: 'dpd/timeout-v2',
  severity: 'information',
  title: 'The DPD retransmission interval with IKEv2',
  why: 'The retransmission interval applies to IKEv1 only; IKEv2 retransmits after 1, 2, 4 … 64 seconds, eight times.',
  source: 'Frequently asked questions of the VPN service',
  check(document, report) {
    const entry = document.entry('/vpn_connection/ikepolicy/dpd/timeout');
    if (entry === undefined || document.connection.ikeVersion?.value !== 'v2') return;
    report({
      at: entry,
      message:
        'IKEv2 has a retransmission schedule of its own and does not use this value. Leave it out.',
      tag: 'unnecessary',
      data: { kind: 'remove-key' },
      ...relatedFacts(document.connection, 'ikeVersion'),
    });
  },
  examples: {
    good: ['ikepolicy: {ike_version: v1, dpd: {timeout: 15}}', 'ikepolicy: {dpd: {timeout: 15}}'],
    bad: [
      {
        yaml: 'ikepolicy: {ike_version: v2, dpd: {timeout: 15}}',
        marks: ['timeout'],
        fixed: 'ikepolicy: {ike_version: v2}',
      },
      {
        yaml: 'context: {ike_version: v2}\nvpn_connection:\n  ikepolicy:\n    dpd: {timeout: 15, interval: 30}',
        marks: ['timeout'],
        fixed: 'context: {ike_version: v2}\nvpn_connection:\n  ikepolicy:\n    dpd: {interval: 30}',
      },
    ],
  },
});
