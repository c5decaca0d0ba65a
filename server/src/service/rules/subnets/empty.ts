// subnets/empty: an empty list of customer subnets, which only some connections can do without.
import { defineRule } from '../rule';
import { relatedFacts, type ConnectionFacts } from '../connectionFacts';
import { peerSubnetsPointer } from './peerSubnets';

export const empty = defineRule({
  id: 'subnets/empty',
  severity: 'error',
  title: 'The list of customer subnets is empty',
  why: 'Customer subnets are mandatory unless the gateway is attached to an enterprise router and the mode is policy or BGP.',
  source: 'API page, table 3',
  check(document, report) {
    const entry = document.entry(peerSubnetsPointer);
    if (entry?.value.kind !== 'sequence' || entry.value.items.length > 0) return;
    switch (needsSubnets(document.connection)) {
      case true:
        report({
          at: entry,
          message:
            'This connection needs customer subnets. List them, or remove the key to leave them as they are.',
          ...relatedFacts(document.connection, 'association', 'style'),
          data: { kind: 'remove-key', certainty: 'open' },
        });
        break;
      case undefined: {
        const missing = missingKeys(document.connection);
        const [key = ''] = missing;
        report({
          at: entry,
          severity: 'information',
          message: `An empty list is possible only with association mode \`er\` and style \`policy\` or \`bgp\`. Put \`${missing.join('` and `')}\` under \`context\` to have this checked.`,
          ...relatedFacts(document.connection, 'association', 'style'),
          data: { kind: 'set-context', key },
        });
        break;
      }
      case false:
        break;
    }
  },
  examples: {
    good: [
      'peer_subnets: [10.0.0.0/8]',
      'context: {association_mode: er, style: policy}\nvpn_connection:\n  peer_subnets: []',
      'context: {association_mode: ER, style: BGP}\nvpn_connection:\n  peer_subnets: []',
    ],
    bad: [
      {
        yaml: 'context: {association_mode: vpc}\nvpn_connection:\n  peer_subnets: []',
        marks: ['peer_subnets'],
      },
      {
        yaml: 'context: {style: static}\nvpn_connection:\n  peer_subnets: []',
        marks: ['peer_subnets'],
      },
      {
        yaml: 'context: {style: policy-template}\nvpn_connection:\n  peer_subnets: []',
        marks: ['peer_subnets'],
      },
      { yaml: 'peer_subnets: []', marks: ['peer_subnets'], severity: 'information' },
      {
        yaml: 'context: {association_mode: er}\nvpn_connection:\n  peer_subnets: []',
        marks: ['peer_subnets'],
        severity: 'information',
      },
    ],
  },
});

/** Whether the connection needs customer subnets; nothing when the known facts do not decide it. */
export function needsSubnets({ association, style }: ConnectionFacts): boolean | undefined {
  const modeNeeds =
    style === undefined ? undefined : style.value !== 'policy' && style.value !== 'bgp';
  const attachmentNeeds = association === undefined ? undefined : association.value !== 'er';
  if (modeNeeds === true || attachmentNeeds === true) return true;
  return modeNeeds === false && attachmentNeeds === false ? false : undefined;
}

/** What is to be written under `context` for the conditions to be decided. */
function missingKeys({ association, style }: ConnectionFacts): readonly string[] {
  return [
    ...(association === undefined ? ['association_mode'] : []),
    ...(style === undefined ? ['style'] : []),
  ];
}
