// subnets/cidr: what is no CIDR block at all.
import { formatIpv4, parseIpv4 } from '../../address/ipv4';
import type { ScalarNode } from '../../document/node';
import { addressFields } from '../addressFields';
import { defineRule, type Finding } from '../rule';

export const cidr = defineRule({
  id: 'subnets/cidr',
  severity: 'error',
  title: 'A network is not written as an IPv4 CIDR block',
  why: 'The API takes networks in CIDR notation only: four decimal numbers and a prefix length from 0 to 32. Leading zeros are refused, because some systems read them as octal.',
  source: 'API page, tables 3 and 4',
  supersedes: ['schema/pattern'],
  check(document, report) {
    for (const { node, block } of addressFields(document, 'network')) {
      if (block === undefined)
        report({
          at: node,
          message:
            'Write an IPv4 CIDR block such as `192.168.52.0/24`: four numbers from 0 to 255 without leading zeros, and a prefix length from 0 to 32.',
          ...shorterPrefix(node),
        });
    }
  },
  examples: {
    good: [
      'peer_subnets: [192.168.1.0/24, 0.0.0.0/0, 10.1.2.3/32]',
      'policy_rules:\n  - source: 10.0.0.0/24\n    destination: [192.168.52.0/24]',
    ],
    bad: [
      { yaml: 'peer_subnets: [192.168.1.0]', marks: ['192.168.1.0'] },
      { yaml: 'peer_subnets: [192.168.1.0/33]', marks: ['192.168.1.0/33'] },
      { yaml: 'peer_subnets: [010.0.0.0/8]', marks: ['010.0.0.0/8'] },
      { yaml: 'peer_subnets: [192.168.256.0/24]', marks: ['192.168.256.0/24'] },
      { yaml: 'policy_rules:\n  - source: 10.0.0/24', marks: ['10.0.0/24'] },
      { yaml: 'policy_rules:\n  - destination: ["2001:db8::/32"]', marks: ['"2001:db8::/32"'] },
    ],
  },
});

/** A prefix length above 32 on an address that is one: that host, or the network that its zeros end. */
function shorterPrefix({ value }: ScalarNode): Pick<Finding, 'data'> {
  const [, text = '', prefix] =
    typeof value === 'string' ? (/^([\d.]+)\/(\d+)$/.exec(value) ?? []) : [];
  const address = parseIpv4(text);
  if (address === undefined || Number(prefix) <= 32) return {};
  const lengths = [
    32,
    ...[8, 16, 24].filter((length) => address % 2 ** (32 - length) === 0).slice(0, 1),
  ];
  const values = lengths.map((length) => formatIpv4(address, length));
  return { data: { kind: 'replacements', values, certainty: 'open' } };
}
