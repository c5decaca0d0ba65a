// tunnel/range: a tunnel interface address outside the block that the service allows.
import { parseIpv4Block } from '../../address/ipv4';
import { addressFields, type AddressField } from '../addressFields';
import { defineRule } from '../rule';
import type { RuleDocument } from '../ruleDocument';
import { hostMends, isInRange, reservedBlock } from './pair';

export const range = defineRule({
  id: 'tunnel/range',
  severity: 'error',
  title: 'A tunnel address is outside the allowed block',
  why: 'Tunnel interfaces take link-local addresses only; the API refuses every other address.',
  source: 'API page, table 3',
  supersedes: ['schema/pattern', 'tunnel/prefix', 'tunnel/host'],
  check(document, report) {
    for (const field of addressFields(document, 'interface')) {
      const { block } = field;
      const { within } = field.address;
      const [example = ''] = field.facts.examples;
      if (within === undefined || (block !== undefined && isInRange({ ...field, block }))) continue;
      const mends = withPrefixLength(document, field);
      report({
        at: field.node,
        message: `Write a host address inside ${within.text} with its prefix length, such as \`${mends[0] ?? example}\`.`,
        ...(mends.length > 0 && { data: { kind: 'replacements', values: mends } }),
      });
    }
  },
  examples: {
    good: ['tunnel_local_address: 169.254.0.1/30', 'tunnel_peer_address: 169.254.255.254/30'],
    bad: [
      { yaml: 'tunnel_local_address: 169.253.255.253/30', marks: ['169.253.255.253/30'] },
      { yaml: 'tunnel_peer_address: 169.255.0.1/30', marks: ['169.255.0.1/30'] },
      { yaml: 'tunnel_local_address: 169.254.76.1', marks: ['169.254.76.1'] },
      { yaml: 'tunnel_local_address: 169.254.76.01/30', marks: ['169.254.76.01/30'] },
    ],
  },
});

/** What an address alone becomes with the prefix length that the table wants, where it may be used. */
function withPrefixLength(document: RuleDocument, field: AddressField): readonly string[] {
  const { prefixLength } = field.address;
  const block = parseIpv4Block(`${field.value}/${prefixLength ?? ''}`);
  if (block === undefined) return [];
  const whole = { ...field, block };
  return isInRange(whole) && reservedBlock(whole) === undefined ? hostMends(document, whole) : [];
}
