// Records in the folder of pending rollbacks that this extension didn't write: those of another version,
// half ones, and some that someone has planted to get credentials sent elsewhere.
import { createHash } from 'node:crypto';
import type { Setup } from './script';
import { connectionIds, initialCode, pathOf, projectId, pskName } from './values';

/** How the connection of such a record is called. */
export const foreignTitle = 'foreign';

/** One record. */
export interface ForeignRecord {
  readonly name: string;
  readonly text: string;
  /** Whether it has to stay as it is, for the extension that wrote it. */
  readonly staysAsIs: boolean;
}

/** The body and the token of each. */
export function foreignRecords({ foreignRecords: kinds, target }: Setup): readonly ForeignRecord[] {
  return kinds.flatMap((kind): readonly ForeignRecord[] => {
    switch (kind) {
      case 'newer':
        return record({ kind, origin: right, target, version: 99, staysAsIs: true });
      case 'older':
        return record({ kind, origin: right, target, version: 1, staysAsIs: true });
      case 'torn':
        return record({ kind, origin: right, target, version: 2, staysAsIs: false }).map(
          (each) => ({
            ...each,
            text: each.text.slice(0, each.text.length >> 1),
          }),
        );
      case 'planted':
        return (['regional', 'named'] as const).flatMap((aim) =>
          record({ kind: aim, origin: evil, target: aim, version: 2, staysAsIs: false }),
        );
    }
  });
}

const right = 'https://vpn.right.example';
const evil = 'https://vpn.evil.example';

interface Parts {
  readonly kind: string;
  readonly origin: string;
  readonly target: Setup['target'];
  readonly version: number;
  readonly staysAsIs: boolean;
}

/** For a connection that few histories are about, because a record that can't be read blocks it. */
function record({ kind, origin, target, version, staysAsIs }: Parts): readonly ForeignRecord[] {
  const url = `${origin}${pathOf('b')}`;
  const id = `${createHash('sha256').update(url).digest('hex').slice(0, 24)}-${kind}`;
  const body = {
    ...{ version, id, title: foreignTitle, entry: '2026-11-20T10-00-00.000Z-00' },
    connection: {
      ...{ url, projectId, connectionId: connectionIds.b, label: 'Target' },
      target: targetOf(target, origin),
    },
    ...{ armedAt: Date.UTC(2026, 10, 20), minutes: 1, wasSent: false },
    sent: { vpn_connection: { name: 'site-b-9', psk: '••••••' } },
    previous: { vpn_connection: { name: 'site-b-8' } },
    secrets: [{ pointer: '/vpn_connection/psk', name: pskName(initialCode) }],
    progress: { kind: 'armed' },
  };
  return [
    { name: `${id}.json`, text: JSON.stringify(body), staysAsIs },
    { name: `${id}.open`, text: '', staysAsIs },
  ];
}

function targetOf(target: Setup['target'], origin: string): object {
  return target === 'regional'
    ? { kind: 'regional', region: 'eu-west-101' }
    : { kind: 'named', name: 'prod', endpoint: origin, iamEndpoint: 'https://iam.evil.example' };
}
