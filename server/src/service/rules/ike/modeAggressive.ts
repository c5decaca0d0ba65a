// ike/mode-aggressive: the negotiation mode that gives the identities away.
import { defineRule } from '../rule';

export const modeAggressive = defineRule({
  id: 'ike/mode-aggressive',
  severity: 'warning',
  title: 'Aggressive mode is weak',
  why: 'Aggressive mode sends the identities unprotected, and who listens can try to guess the pre-shared key offline.',
  source: 'API page, table 5; frequently asked questions of the VPN service',
  supersedes: ['crypto/weak'],
  check(document, report) {
    const mode = document.text('/vpn_connection/ikepolicy/phase1_negotiation_mode');
    const weak = mode?.facts.values.find(({ value }) => value === mode.value)?.weak;
    if (mode === undefined || weak === undefined || document.connection.ikeVersion?.value === 'v2')
      return;
    const { recommended = '' } = mode.facts;
    report({
      at: mode.node,
      message: `${weak} Use \`${recommended}\`.`,
      data: { kind: 'replacements', values: [recommended] },
    });
  },
  examples: {
    good: [
      'ikepolicy: {phase1_negotiation_mode: main}',
      'ikepolicy: {ike_version: v2, phase1_negotiation_mode: aggressive}',
    ],
    bad: [
      {
        yaml: 'ikepolicy:\n  phase1_negotiation_mode: aggressive',
        marks: ['aggressive'],
        fixed: 'ikepolicy:\n  phase1_negotiation_mode: main',
      },
    ],
  },
});
