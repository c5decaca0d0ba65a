// tunnel/half: one end without the other.
import { lastSegment } from '../../document/pointer';
import { defineRule } from '../rule';
import { otherHost, tunnelPointers } from './pair';

export const half = defineRule({
  id: 'tunnel/half',
  severity: 'information',
  title: 'Only one of the two tunnel addresses is in the file',
  why: 'The other address stays as it is on the connection, and both must be in one /30 block. Offline nobody can tell; it is checked against the stored value once the connection has been read, and then a pair that cannot be is an error.',
  source: 'API page, table 3',
  aboutMissing: true,
  check(document, report) {
    const present = tunnelPointers
      .map((pointer) => document.entry(pointer))
      .filter((entry) => entry !== undefined);
    const [only] = present;
    if (present.length !== 1 || only === undefined) return;
    const missing = tunnelPointers.find((pointer) => pointer !== only.value.pointer);
    if (missing === undefined || document.mayHold(missing)) return;
    const other = otherHost(document, only.value.pointer);
    const stored = document.liveText(missing);
    if (stored !== undefined && (other === undefined || stored === other)) return;
    report({
      at: only,
      ...(stored === undefined
        ? {
            message:
              'The address of the other end stays as it is and must be in the same block. Write both to have this checked here.',
          }
        : {
            severity: 'error',
            message: `The connection holds \`${stored}\` for the other end, which is not the other host of this block. Write both addresses.`,
          }),
      ...(other !== undefined && {
        data: { kind: 'add-key', key: lastSegment(missing), after: only.key, value: other },
      }),
    });
  },
  examples: {
    good: [
      'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_address: 169.254.76.2/30',
      'name: a',
      'tunnel_local_address: 169.254.76.1/30\ntunnel_peer_adress: 169.254.76.2/30',
      'context: {style: policy}\nvpn_connection:\n  tunnel_local_address: 169.254.76.1/30',
      'context: {style: policy}\nvpn_connection: {name: a, tunnel_peer_address: 169.254.76.2/30}',
    ],
    bad: [
      { yaml: 'tunnel_local_address: 169.254.76.1/30', marks: ['tunnel_local_address'] },
      { yaml: 'tunnel_peer_address: 169.254.76.2/30', marks: ['tunnel_peer_address'] },
    ],
  },
});
