// Records in the folder of pending rollbacks that this extension didn't write: those of another version,
// half ones, and some that someone has planted to get credentials sent elsewhere.
import { createHash } from 'node:crypto';
import type { Setup, Site } from './script';
import { connectionIds, pathOf, projectId, pskName, initialCode } from './values';

/** One record. */
export interface ForeignRecord {
  readonly name: string;
  readonly text: string;
  /** Whether it has to stay as it is, for the extension that wrote it. */
  readonly staysAsIs: boolean;
}

/** The body and the token of each. */
export function foreignRecords({ foreignRecords: kinds, target }: Setup): readonly ForeignRecord[] {
  return kinds.flatMap((kind): ForeignRecord[] => {
    switch (kind) {
      case 'newer':
        return record(
          'b',
          'https://vpn.right.example',
          target,
          (body) => ({ ...body, version: 99 }),
          true,
        );
      case 'older':
        return record(
          'b',
          'https://vpn.right.example',
          target,
          (body) => ({ ...body, version: 1 }),
          true,
        );
      case 'planted':
        return [
          ...record('a', 'https://vpn.evil.example', 'regional', (body) => body, false),
          ...record('b', 'https://vpn.evil.example', 'named', (body) => body, false),
        ];
      case 'torn':
        return record('b', 'https://vpn.right.example', target, (body) => body, false).map(
          (each) => ({
            ...each,
            text: each.text.slice(0, each.text.length >> 1),
          }),
        );
    }
  });
}

type Body = Readonly<Record<string, unknown>>;

function record(
  site: Site,
  origin: string,
  target: Setup['target'],
  change: (body: Body) => Body,
  staysAsIs: boolean,
): ForeignRecord[] {
  const url = `${origin}${pathOf(site)}`;
  const id = `${createHash('sha256').update(url.toLowerCase()).digest('hex').slice(0, 24)}-foreign`;
  const body = {
    version: 2,
    ...{ id, title: `site-${site}`, entry: '2026-11-20T10-00-00.000Z-00' },
    connection: {
      ...{ url, projectId, connectionId: connectionIds[site], label: 'Target' },
      target: targetOf(target, origin),
    },
    ...{ armedAt: Date.UTC(2026, 10, 20), minutes: 1, wasSent: false },
    sent: { vpn_connection: { name: `site-${site}-9`, psk: '••••••' } },
    previous: { vpn_connection: { name: `site-${site}-8` } },
    secrets: [{ pointer: '/vpn_connection/psk', name: pskName(initialCode) }],
    progress: { kind: 'armed' },
  };
  return [
    { name: `${id}.json`, text: JSON.stringify(change(body)), staysAsIs },
    { name: `${id}.open`, text: '', staysAsIs },
  ];
}

function targetOf(target: Setup['target'], origin: string): object {
  return target === 'regional'
    ? { kind: 'regional', region: 'eu-west-101' }
    : { kind: 'named', name: 'prod', endpoint: origin, iamEndpoint: 'https://iam.evil.example' };
}
