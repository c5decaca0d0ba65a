// Why a tunnel is down, from the connection log.
// Source: VPN user guide, "The state of a VPN connection is Not connected".

/** What a reason of the log means, and what to do. Compared ignoring case and separators. */
const reasons: readonly (readonly [pattern: RegExp, meaning: string])[] = [
  [
    /phase ?1 proposal mismatch/,
    'The two ends offer different IKE algorithms. Use the same hash, cipher, and DH group in the IKE policy of both.',
  ],
  [
    /phase ?2 proposal|pfs mismatch/,
    'The two ends offer different IPsec algorithms or a different PFS group. Use the same in the IPsec policy of both.',
  ],
  [/dh mismatch/, 'The two ends use different DH groups. Use the same group on both.'],
  [
    /exchange mode mismatch/,
    'One end negotiates in main mode and the other in aggressive mode. Use the same mode on both.',
  ],
  [
    /use sm in ikev2|not support sm/,
    'SM algorithms work with IKEv1 only. Use IKEv1 or other algorithms.',
  ],
  [/version mismatch/, 'One end uses IKEv1 and the other IKEv2. Use the same version on both.'],
  [
    /authentication fail/,
    'The pre-shared keys or the IDs of the two ends differ. Use the same key on both, and compare the IDs.',
  ],
  [
    /config id mismatch|id mismatch/,
    "The ID that one end sends isn't the one that the other expects. Compare the local and peer IDs of both.",
  ],
  [
    /flow mismatch/,
    "The networks of the two ends don't match. Compare the subnets and rules of both.",
  ],
  [
    /dpd timeout/,
    'The peer stopped responding. Check that it is running and reachable on UDP 500 and 4500.',
  ],
  [
    /config modify|manual offline/,
    'The tunnel was taken down for a configuration change, such as this update.',
  ],
  [/hard expir/, 'A lifetime ended before the rekey succeeded. Check that the peer can negotiate.'],
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
