// One prepared update and what it changes, as the language server hands it over.
import type { PreparedUpdate } from '../../../server/src/protocol/messages';
import type { UpdatePlan } from '../../../server/src/protocol/plan';

export const projectId = '0605768a0780d5c02f9bc010cbc2ee4a';
export const connectionId = '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3';

/** Two plain fields, a list, a nested field and `psk: !secret site-a`. */
export const exampleUpdate: PreparedUpdate = {
  version: 7,
  range: { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } },
  projectId,
  connectionId,
  method: 'PUT',
  path: `/v5/${projectId}/vpn-connection/${connectionId}`,
  body: {
    vpn_connection: {
      name: 'site-a',
      psk: null,
      peer_subnets: ['192.168.1.0/24', '10.1.0.0/16'],
      ikepolicy: { dh_group: 'group20', lifetime_seconds: 3600 },
    },
  },
  fields: [
    field('/vpn_connection/name', 'site-a'),
    { ...field('/vpn_connection/psk', '!secret site-a'), sensitive: true },
    field('/vpn_connection/peer_subnets', '["192.168.1.0/24","10.1.0.0/16"]'),
    field('/vpn_connection/ikepolicy/dh_group', 'group20'),
    field('/vpn_connection/ikepolicy/lifetime_seconds', '3600'),
  ],
  places: [
    place('/project_id', 0),
    place('/vpn_connection_id', 1),
    place('/vpn_connection/name', 3),
    place('/vpn_connection/psk', 4),
    place('/vpn_connection/peer_subnets', 5),
    place('/vpn_connection/peer_subnets/0', 6),
    place('/vpn_connection/peer_subnets/1', 7),
    place('/vpn_connection/ikepolicy', 8),
    place('/vpn_connection/ikepolicy/dh_group', 9),
    place('/vpn_connection/ikepolicy/lifetime_seconds', 10),
  ],
  secrets: [
    {
      pointer: '/vpn_connection/psk',
      source: 'secret',
      name: 'site-a',
      checks: [{ pattern: '^.{8,128}$', message: 'It has 8 to 128 characters.' }],
    },
  ],
  sensitiveKeys: ['psk'],
  warnings: ['A warning about this update.'],
};

/** The group changes, the key may do so, everything else is as it was. */
export const examplePlan: UpdatePlan = {
  version: 7,
  name: 'site-a',
  status: 'ACTIVE',
  comparedAt: '2026-11-23 15:31 UTC+01:00',
  fields: exampleUpdate.fields.map(({ pointer, label, display }) =>
    label === 'ikepolicy.dh_group'
      ? { pointer, label, kind: 'changes', before: 'group15', after: display, when: 'later' }
      : { pointer, label, kind: label === 'psk' ? 'unreadable' : 'same', after: display },
  ),
  effects: [
    {
      traffic: 'at-rekey',
      when: 'at the next phase-1 negotiation, within 24 h, by 14:05 UTC+01:00',
      text: 'Takes effect when the security association has aged.',
      labels: ['ikepolicy.dh_group'],
    },
  ],
  warnings: ['A warning about this update.'],
  moved: [],
  before: 'vpn_connection:\n  name: site-a\n',
  after: 'vpn_connection:\n  name: site-a\n  ikepolicy:\n    dh_group: group20\n',
  changedBody: { vpn_connection: { psk: null, ikepolicy: { dh_group: 'group20' } } },
  markdown: '# Update of VPN connection site-a\n',
};

function field(pointer: string, display: string) {
  const label = pointer.split('/').slice(2).join('.');
  return { pointer, label, display, sensitive: false };
}

function place(pointer: string, line: number) {
  return { pointer, range: { start: { line, character: 2 }, end: { line, character: 8 } } };
}
