// Files written from values: what is read back is what was written.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../server/src/protocol/messages';
import {
  createSnapshot,
  diagnostics,
  prepareUpdate,
  writeUpdate,
} from '../../../server/src/service';

const projectId = '0605768a0780d5c02f9bc010cbc2ee4a';
const connectionId = '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3';
const write = (connection: JsonObject, more = {}) =>
  writeUpdate({
    notes: ['Restores site-a.'],
    projectId,
    connectionId,
    body: { vpn_connection: connection },
    secrets: [],
    ...more,
  });

describe('a written file', () => {
  test('looks as one would write it', () => {
    const { text, leftOut, complaint } = write(
      {
        name: 'site-a',
        psk: null,
        peer_subnets: ['192.168.1.0/24', '10.1.0.0/16'],
        policy_rules: [{ rule_index: 1, source: '10.0.0.0/24', destination: ['192.168.1.0/24'] }],
        ikepolicy: { lifetime_seconds: 3600, dpd: { interval: 30 } },
      },
      {
        region: 'eu-west-101',
        secrets: [{ pointer: '/vpn_connection/psk', source: 'secret', name: 'old-a' }],
      },
    );
    expect(text).toBe(`# Restores site-a.
region: eu-west-101
project_id: ${projectId}
vpn_connection_id: ${connectionId}
vpn_connection:
  name: site-a
  psk: !secret old-a
  peer_subnets: [192.168.1.0/24, 10.1.0.0/16]
  policy_rules:
    - source: 10.0.0.0/24
      destination: [192.168.1.0/24]
  ikepolicy:
    lifetime_seconds: 3600
    dpd:
      interval: 30
`);
    expect([leftOut, complaint]).toEqual([[], undefined]);
  });

  const current = {
    name: 'site-a',
    ikepolicy: {
      ike_version: 'v2',
      ...{ local_id_type: 'ip', local_id: '203.0.113.10' },
      peer_id_type: 'any',
      dpd: { timeout: 15, interval: 30 },
    },
  };

  test('of current values has no field that its own checks would remove', () => {
    const body = { vpn_connection: current };
    const { text, complaint, fields } = write(current, { live: body });
    expect(text).not.toMatch(/local_id:|peer_id_type|timeout/);
    expect(text).toContain('local_id_type: ip');
    expect(complaint).toBeUndefined();
    expect(diagnostics(createSnapshot(text), 'file:///a')).toEqual([]);
    expect(fields.map(({ label }) => label)).not.toContain('ikepolicy.dpd.timeout');
  });

  test('that restores values has all of them', () => {
    expect(write(current).text).toMatch(/local_id:[^]*peer_id_type[^]*timeout/);
  });

  test.each<JsonObject>([
    { name: '0123' },
    { name: 'true' },
    { ikepolicy: { peer_id_type: 'fqdn', peer_id: "a:b#c'd'{e}" } },
    { peer_subnets: [] },
  ])('sends the same: %j', (connection) => {
    const { text } = write(connection);
    const read = prepareUpdate(createSnapshot(text), { line: 1, character: 0 }, 1);
    const body = read.kind === 'ready' ? read.update.body : undefined;
    const refusedOnly = read.kind === 'refused' ? read.errorCount : 0;
    expect([body, refusedOnly]).toEqual([{ vpn_connection: connection }, 0]);
  });

  test('leaves out what no update can send, and says so', () => {
    const { text, leftOut } = write({ name: 'a', style: 'POLICY', ikepolicy: { unknown: 1 } });
    expect(leftOut).toEqual(['style', 'ikepolicy.unknown']);
    expect(text).not.toContain('POLICY');
    expect(text).not.toContain('ikepolicy');
  });

  test('says when it could not be sent', () => {
    expect(write({ name: 'a b' }).complaint).toMatch(/./);
    expect(write({ name: 'a b' }).complaint).not.toContain('a b');
    expect(write({ style: 'POLICY' }).complaint).toMatch(/./);
  });

  test('a note cannot become a part of the file', () => {
    const { text } = write({ name: 'a' }, { notes: ['x\npsk: y\u2028z'] });
    expect(text.split('\n')[0]).toBe('# x\\u{a}psk: y\\u{2028}z');
  });
});
