// ike/mode-v1-only: a negotiation mode where there is none.
import { table } from '../../schema/table';
import { relatedFacts } from '../connectionFacts';
import { defineRule } from '../rule';

const mode = '/vpn_connection/ikepolicy/phase1_negotiation_mode';

export const modeV1Only = defineRule({
  id: 'ike/mode-v1-only',
  severity: 'warning',
  title: 'A negotiation mode with IKEv2',
  why: 'The negotiation mode takes effect only with IKEv1; IKEv2 has no such choice.',
  source: 'API page, table 5',
  supersedes: ['crypto/weak'],
  check(document, report) {
    const entry = document.entry(mode);
    const version = document.connection.ikeVersion;
    const { are = [] } = table.factsAt(mode)?.onlyWhile ?? {};
    if (entry === undefined || version === undefined || are.includes(version.value)) return;
    report({
      at: entry,
      message: 'The negotiation mode takes effect only with IKEv1. Remove this key.',
      tag: 'unnecessary',
      data: { kind: 'remove-key' },
      ...relatedFacts(document.connection, 'ikeVersion'),
    });
  },
  examples: {
    good: [
      'ikepolicy: {ike_version: v1, phase1_negotiation_mode: main}',
      'ikepolicy: {phase1_negotiation_mode: main}',
    ],
    bad: [
      {
        yaml: 'ikepolicy:\n  ike_version: v2\n  phase1_negotiation_mode: main',
        marks: ['phase1_negotiation_mode'],
        fixed: 'ikepolicy:\n  ike_version: v2',
      },
      {
        yaml: 'context: {ike_version: V2}\nvpn_connection:\n  ikepolicy: {phase1_negotiation_mode: main}',
        marks: ['phase1_negotiation_mode'],
      },
    ],
  },
});
