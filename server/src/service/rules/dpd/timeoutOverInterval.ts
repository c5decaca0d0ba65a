// dpd/timeout-over-interval: retransmissions that take longer than the silence that causes them.
import { defineRule } from '../rule';

const dpd = '/vpn_connection/ikepolicy/dpd';

export const timeoutOverInterval = defineRule({
  id: 'dpd/timeout-over-interval',
  severity: 'warning',
  title: 'DPD retransmits more slowly than it asks',
  why: 'The interval is how long the tunnel may be silent before a packet asks for the other side; the timeout is the time between two retransmissions of that packet. With a longer timeout a dead tunnel is noticed late. The names of the two are easily confused.',
  source: 'API page, table 6',
  check(document, report) {
    // With IKEv2 the value is not used at all, as `dpd/timeout-v2` says.
    if (document.connection.ikeVersion?.value === 'v2') return;
    const timeout = document.integer(`${dpd}/timeout`);
    const interval = document.integer(`${dpd}/interval`);
    if (timeout === undefined || interval === undefined || timeout.value <= interval.value) return;
    report({
      at: timeout.node,
      message: 'The retransmission interval is longer than the idle time. Are the two mixed up?',
      related: [{ span: interval.node.span, message: 'The idle time.' }],
    });
  },
  examples: {
    good: [
      'ikepolicy: {dpd: {timeout: 15, interval: 30}}',
      'ikepolicy: {dpd: {timeout: 30, interval: 30}}',
      'ikepolicy: {dpd: {timeout: 60}}',
      'ikepolicy: {dpd: {timeout: 15, interval: 9}}',
      'ikepolicy: {dpd: {timeout: 61, interval: 30}}',
      'ikepolicy: {ike_version: v2, dpd: {timeout: 31, interval: 30}}',
    ],
    bad: [{ yaml: 'ikepolicy: {dpd: {timeout: 31, interval: 30}}', marks: ['31'] }],
  },
});
