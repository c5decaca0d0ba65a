// Why a tunnel is not connected, out of the connection log.
// Source: VPN user guide, "The state of a VPN connection is Not connected".

/** What a reason of the log means, and what to do. Compared without regard to case and separators. */
const reasons: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [
    /phase ?1 proposal mismatch/,
    'The two ends offer different IKE algorithms. Set the same hash, cipher and Diffie-Hellman group in the IKE policy of both.',
  ],
  [
    /phase ?2 proposal|pfs mismatch/,
    'The two ends offer different IPsec algorithms or a different PFS group. Set the same in the IPsec policy of both.',
  ],
  [/dh mismatch/, 'The two ends use different Diffie-Hellman groups. Set the same group on both.'],
  [
    /exchange mode mismatch/,
    'One end negotiates in main mode and the other in aggressive mode. Set the same mode on both.',
  ],
  [
    /use sm in ikev2|not support sm/,
    'SM algorithms work with IKEv1 only. Set IKEv1 or other algorithms.',
  ],
  [/version mismatch/, 'One end uses IKEv1 and the other IKEv2. Set the same version on both.'],
  [
    /authentication fail/,
    'The pre-shared keys or the identifiers of the two ends differ. Set the same key on both, and compare the identifiers.',
  ],
  [
    /config id mismatch|id mismatch/,
    'The identifier that one end sends is not the one that the other expects. Compare local and peer identifier of both.',
  ],
  [
    /flow mismatch/,
    'The networks of the two ends do not mirror each other. Compare the subnets and rules of both.',
  ],
  [
    /dpd timeout/,
    'The other end stopped answering. Check that it runs and that UDP 500 and 4500 reach it.',
  ],
  [
    /config modify|manual offline/,
    'The tunnel was taken down for a change of its configuration, such as this update.',
  ],
  [
    /hard expir/,
    'A lifetime ended before a new negotiation succeeded. Check that the other end can negotiate.',
  ],
];

/** A reason as the log spells it, and what it means; undefined where the documentation is silent. */
export interface LogReason {
  readonly text: string;
  readonly meaning?: string;
}

/** The reason that a line of the log gives as `Reason=[…]`. */
export function reasonOf(line: string): LogReason | undefined {
  const text = /Reason\s*=\s*\[([^\]]{1,200})\]/i.exec(line)?.[1]?.trim();
  if (text === undefined || text === '') {
    return undefined;
  }
  const plain = text.toLowerCase().replace(/[\s_-]+/g, ' ');
  const [, meaning] = reasons.find(([pattern]) => pattern.test(plain)) ?? [];
  return { text, ...(meaning !== undefined && { meaning }) };
}
