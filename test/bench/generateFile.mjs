// Deterministic input: a file of many documents in which every field occurs.

/** A file of `count` documents. The middle one starts at `middle.line`; its comment is on that line. */
export function generateFile(count) {
  const documents = Array.from({ length: count }, (_, index) => documentLines(index));
  const middle = Math.floor(count / 2);
  const line = documents.slice(0, middle).reduce((sum, lines) => sum + lines.length + 1, 0);
  const lines = documents[middle];
  return {
    text: documents.map((each) => `${each.join('\n')}\n`).join('---\n'),
    middle: { line, ikeVersion: line + lines.findIndex((each) => each.includes('ike_version')) },
  };
}

/** The document at one place of such files. */
export function generateDocument(index) {
  return `${documentLines(index).join('\n')}\n`;
}

function documentLines(index) {
  const hex = (index + 1).toString(16).padStart(12, '0');
  const third = index % 250;
  const networks = Array.from(
    { length: 7 },
    (_, at) => `172.${16 + (index >> 8)}.${index & 255}.${at * 32}/27`,
  );
  return [
    `# site ${index}: change request CR-${10_000 + index}`,
    `project_id: 0605768a0780d5c02f9b${hex}`,
    `vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-${hex}`,
    'vpn_connection:',
    `  name: site-${index}`,
    `  cgw_id: 5247ae10-1c2d-4e3f-8a9b-${hex}`,
    '  peer_subnets:',
    ...networks.map((network) => `    - ${network} # lan`),
    `  tunnel_local_address: 169.254.${(index >> 6) % 128}.${((index * 4) & 255) + 1}/30`,
    `  tunnel_peer_address: 169.254.${(index >> 6) % 128}.${((index * 4) & 255) + 2}/30`,
    `  psk: !secret site-${index}`,
    '  policy_rules:',
    ...[0, 1, 2, 3].flatMap((rule) => [
      `    - rule_index: ${rule}`,
      `      source: 10.${third}.${rule * 16}.0/24`,
      `      destination: [${networks[rule]}, ${networks[rule + 3]}]`,
    ]),
    '  ikepolicy:',
    '    ike_version: v2',
    '    authentication_algorithm: sha2-256',
    '    encryption_algorithm: aes-256',
    '    lifetime_seconds: 86400',
    '    local_id_type: ip',
    '    peer_id_type: fqdn',
    `    peer_id: gw${index}.example.com`,
    '    dpd:',
    '      timeout: 15',
    '      interval: 30',
    '      msg: seq-hash-notify',
    '  ipsecpolicy:',
    '    authentication_algorithm: sha2-256',
    '    encryption_algorithm: aes-256',
    '    pfs: group20',
    '    transform_protocol: esp',
    '    lifetime_seconds: 3600',
    '    encapsulation_mode: tunnel',
  ];
}
