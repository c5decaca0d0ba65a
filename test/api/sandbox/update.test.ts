import { describe, expect, it } from 'vitest';
import { connectionIds, customerGatewayIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox({ settleMs: 4000 });

const show = async (id: string) =>
  (await client.get(client.connectionPath(id))).json.vpn_connection;

describe('the answer to an update', () => {
  it('is the object of the API page, without status and key', async () => {
    const fields = { name: 'site-a-2', psk: 'Abcd_1234' };
    const answer = await client.update(connectionIds.policy, fields);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.json).toEqual({
      vpn_connection: {
        id: connectionIds.policy,
        name: 'site-a-2',
        vgw_id: 'b32d91a4-7f3e-4c6a-9d21-e907174eb11d',
        vgw_ip: '0c464dad-5e1b-4d8a-9f27-c22bb0eb0bde',
        style: 'POLICY',
        cgw_id: '5247ae10-3c9d-4b7e-8f12-dd36659a7f5d',
        peer_subnets: ['192.168.1.0/24'],
        policy_rules: [{ rule_index: 1, source: '10.0.0.0/24', destination: ['192.168.1.0/24'] }],
        ikepolicy: {
          ike_version: 'v2',
          authentication_algorithm: 'sha2-256',
          encryption_algorithm: 'aes-128',
          authentication_method: 'pre-share',
          lifetime_seconds: 86400,
          dh_group: 'group15',
          local_id_type: 'ip',
          local_id: '203.0.113.10',
          peer_id_type: 'ip',
          peer_id: '198.51.100.164',
          dpd: { timeout: 15, interval: 30, msg: 'seq-hash-notify' },
        },
        ipsecpolicy: {
          authentication_algorithm: 'sha2-256',
          encryption_algorithm: 'aes-128',
          transform_protocol: 'esp',
          lifetime_seconds: 3600,
          encapsulation_mode: 'tunnel',
          pfs: 'group15',
        },
        created_at: '2023-11-26T13:41:34.626Z',
        updated_at: '2026-11-23T12:00:00.000Z',
        enterprise_project_id: '0',
        ha_role: 'master',
        tags: [{ key: 'site', value: 'hamburg' }],
      },
      request_id: answer.headers.get('x-request-id'),
    });
  });

  it('changes what was named and nothing else', async () => {
    const before = await show(connectionIds.staticRouting);
    await client.update(connectionIds.staticRouting, {
      ikepolicy: { lifetime_seconds: 3600, dpd: { timeout: 20 } },
      ipsecpolicy: { pfs: 'disable' },
    });
    expect(await show(connectionIds.staticRouting)).toEqual({
      ...before,
      ikepolicy: {
        ...before.ikepolicy,
        lifetime_seconds: 3600,
        dpd: { ...before.ikepolicy.dpd, timeout: 20 },
      },
      ipsecpolicy: { ...before.ipsecpolicy, pfs: 'disable' },
      updated_at: '2026-11-23T12:00:00.000Z',
      status: 'PENDING_UPDATE',
    });
  });

  it('replaces lists as a whole', async () => {
    const peer_subnets = ['192.168.2.0/24', '192.168.3.0/24'];
    const answer = await client.update(connectionIds.policy, { peer_subnets });
    expect(answer.json.vpn_connection.peer_subnets).toEqual(peer_subnets);
  });

  it('moves to another customer gateway, whose address becomes the peer id', async () => {
    const cgw_id = customerGatewayIds.milan;
    const answer = await client.update(connectionIds.policy, { cgw_id });
    expect(answer.json.vpn_connection).toMatchObject({
      cgw_id,
      ikepolicy: { peer_id: '198.51.100.33' },
    });
  });

  it('has a negotiation mode only with IKEv1, and begins with the safe one', async () => {
    const modeAfter = async (ikepolicy: object): Promise<unknown> => {
      const answer = await client.update(connectionIds.policy, { ikepolicy });
      client.clock.advance(4000);
      return answer.json.vpn_connection.ikepolicy.phase1_negotiation_mode;
    };
    expect(await modeAfter({ phase1_negotiation_mode: 'aggressive' })).toBeUndefined();
    expect(await modeAfter({ ike_version: 'v1' })).toBe('main');
    expect(await modeAfter({ phase1_negotiation_mode: 'aggressive' })).toBe('aggressive');
    expect(await modeAfter({ ike_version: 'v2' })).toBeUndefined();
    expect(await modeAfter({ ike_version: 'v1' })).toBe('main');
  });

  it('shows an id of type fqdn, and the address again once the type is ip', async () => {
    const named = await client.update(connectionIds.policy, {
      ikepolicy: { local_id_type: 'fqdn', local_id: 'a.example.com' },
    });
    expect(named.json.vpn_connection.ikepolicy.local_id).toBe('a.example.com');
    client.clock.advance(4000);
    const fields = { ikepolicy: { local_id_type: 'ip' } };
    const numbered = await client.update(connectionIds.policy, fields);
    expect(numbered.json.vpn_connection.ikepolicy.local_id).toBe('203.0.113.10');
  });
});

describe('indices of policy rules', () => {
  const indices = async (...policy_rules: unknown[]) => {
    const answer = await client.update(connectionIds.policy, { policy_rules });
    return answer.json.vpn_connection.policy_rules.map((rule: { rule_index: number }) => [
      rule.rule_index,
    ]);
  };
  const rule = (source: string, destination: string[], rule_index?: number) => ({
    source,
    destination,
    rule_index,
  });

  it('stay as sent while each rule has one destination', async () => {
    expect(
      await indices(rule('10.0.0.0/24', ['192.168.1.0/24'], 7), rule('10.0.1.0/24', [], 0)),
    ).toEqual([[7], [0]]);
  });

  it('are chosen by the service where none was sent', async () => {
    expect(
      await indices(rule('10.0.0.0/24', ['192.168.1.0/24']), rule('10.0.1.0/24', [], 1)),
    ).toEqual([[2], [1]]);
  });

  it('are assigned again when a rule has several destinations, which become rules of their own', async () => {
    const answer = await client.update(connectionIds.policy, {
      policy_rules: [
        rule('10.0.0.0/24', ['192.168.1.0/24', '192.168.2.0/24'], 7),
        rule('10.0.1.0/24', ['192.168.3.0/24'], 3),
        rule('10.0.2.0/24', [], 4),
      ],
    });
    expect(answer.json.vpn_connection.policy_rules).toEqual([
      rule('10.0.0.0/24', ['192.168.1.0/24'], 1),
      rule('10.0.0.0/24', ['192.168.2.0/24'], 2),
      rule('10.0.1.0/24', ['192.168.3.0/24'], 3),
      rule('10.0.2.0/24', [], 4),
    ]);
  });
});

describe('the time after an update', () => {
  it.each([
    [connectionIds.policy, 'ACTIVE'],
    [connectionIds.down, 'DOWN'],
  ])('%s is pending and then %s', async (id, status) => {
    await client.update(id, { name: 'renamed' });
    expect((await show(id)).status).toBe('PENDING_UPDATE');
    client.clock.advance(3999);
    expect((await show(id)).status).toBe('PENDING_UPDATE');
    client.clock.advance(1);
    expect((await show(id)).status).toBe(status);
  });

  it('refuses another update while one is pending', async () => {
    await client.update(connectionIds.policy, { name: 'first' });
    const second = await client.update(connectionIds.policy, { name: 'second' });
    expect([second.status, second.json.error_code]).toEqual([400, 'VPN.0306']);
    client.clock.advance(4000);
    expect((await client.update(connectionIds.policy, { name: 'second' })).status).toBe(200);
  });

  it.each(['ACTIVE', 'DOWN', 'ERROR', 'FREEZED', 'UNKNOWN'] as const)(
    'ends as %s when told so',
    async (status) => {
      await client.update(connectionIds.policy, { name: 'renamed' });
      expect(client.sandbox.settleAs(connectionIds.policy, status)).toBe('done');
      client.clock.advance(4000);
      expect((await show(connectionIds.policy)).status).toBe(status);
    },
  );

  it('says when a connection to settle is unknown', () => {
    expect(client.sandbox.settleAs('none', 'DOWN')).toBe('unknown-connection');
  });
});

describe('the pre-shared key', () => {
  it('is never shown, and can be compared from within', async () => {
    await client.update(connectionIds.policy, { psk: 'Abcd_1234' });
    const shown = await client.get(client.connectionPath(connectionIds.policy));
    expect(shown.text).not.toMatch(/psk|Abcd_1234/);
    expect(client.sandbox.preSharedKeyIs(connectionIds.policy, 'Abcd_1234')).toBe(true);
    expect(client.sandbox.preSharedKeyIs(connectionIds.policy, 'Abcd_1235')).toBe(false);
    expect(client.sandbox.preSharedKeyIs(connectionIds.bgp, 'Abcd_1234')).toBe(false);
  });
});

describe('reset', () => {
  it('brings back the seeds', async () => {
    const before = await show(connectionIds.policy);
    await client.update(connectionIds.policy, { name: 'renamed', psk: 'Abcd_1234' });
    client.sandbox.reset();
    expect(await show(connectionIds.policy)).toEqual(before);
    expect(client.sandbox.preSharedKeyIs(connectionIds.policy, 'Abcd_1234')).toBe(false);
  });
});
