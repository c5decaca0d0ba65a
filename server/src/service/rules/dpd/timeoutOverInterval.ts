// dpd/timeout-over-interval: retransmissions that take longer than the silence that causes them.
import { defineRule } from '../rule';

export const timeoutOverInterval = defineRule({
  id: 'dpd/timeout-over-interval',
  severity: 'warning',
  title: 'DPD retransmits more slowly than it asks',
  why: 'The interval is how long the tunnel may be silent before a packet asks for the other side; the timeout is the time between two retransmissions of that packet. With a longer timeout a dead tunnel is noticed late. The names of the two are easily confused.',
  source: 'API page, table 6',
  check(document, report) {
    const [timeoutPointer, intervalPointer] = [
      '/vpn_connection/ikepolicy/dpd/timeout',
      '/vpn_connection/ikepolicy/dpd/interval',
    ];
    const [timeout, interval] = [
      document.integer(timeoutPointer),
      document.integer(intervalPointer),
    ];
    const [at, other] = [document.node(timeoutPointer), document.node(intervalPointer)];
    if (
      timeout === undefined ||
      interval === undefined ||
      at === undefined ||
      other === undefined ||
      timeout <= interval
    )
      return;
    report({
      at,
      message: 'The retransmission interval is longer than the idle time. Are the two mixed up?',
      related: [{ span: other.span, message: 'The idle time.' }],
    });
  },
  examples: {
    good: [
      'ikepolicy: {dpd: {timeout: 15, interval: 30}}',
      'ikepolicy: {dpd: {timeout: 30, interval: 30}}',
      'ikepolicy: {dpd: {timeout: 60}}',
    ],
    bad: [{ yaml: 'ikepolicy: {dpd: {timeout: 31, interval: 30}}', marks: ['31'] }],
  },
});
