import { describe, expect, it } from 'vitest';
import {
  connectionIds,
  customerGatewayIds,
  gatewayIds,
} from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();
const project = () => `/v5/${client.sandbox.projectId}`;
const unknown = '00000000-0000-4000-8000-000000000000';
const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);

describe('showing a connection', () => {
  it.each(Object.entries(connectionIds))('finds %s', async (_, id) => {
    const answer = await client.get(client.connectionPath(id));
    expect(answer.status).toBe(200);
    expect(answer.json.vpn_connection.id).toBe(id);
    expect(answer.json.request_id).toBe(answer.headers.get('x-request-id'));
  });

  const show = async (id: string) =>
    (await client.get(client.connectionPath(id))).json.vpn_connection;

  it('shows NQA for static routing alone, and rules for policy mode alone', async () => {
    expect(await show(connectionIds.staticRouting)).toMatchObject({ enable_nqa: true });
    expect(await show(connectionIds.staticRouting)).not.toHaveProperty('policy_rules');
    expect(await show(connectionIds.policy)).not.toHaveProperty('enable_nqa');
  });

  it('leaves out customer subnets where routes decide', async () => {
    expect(await show(connectionIds.enterpriseRouter)).not.toHaveProperty('peer_subnets');
    expect(await show(connectionIds.bgp)).toHaveProperty('peer_subnets');
  });

  it('leaves out what a GM gateway does not have', async () => {
    const { ikepolicy, ipsecpolicy } = await show(connectionIds.gm);
    expect(Object.keys(ikepolicy).sort()).toEqual([
      'authentication_algorithm',
      'authentication_method',
      'dpd',
      'encryption_algorithm',
      'ike_version',
      'lifetime_seconds',
      'phase1_negotiation_mode',
    ]);
    expect(ikepolicy).toMatchObject({
      ike_version: 'v1',
      phase1_negotiation_mode: 'main',
      authentication_algorithm: 'sm3',
      encryption_algorithm: 'sm4',
    });
    expect(ipsecpolicy).not.toHaveProperty('pfs');
  });

  it('shows no id for a peer of any address', async () => {
    const { ikepolicy, style } = await show(connectionIds.policyTemplate);
    expect(style).toBe('POLICY-TEMPLATE');
    expect(ikepolicy.peer_id_type).toBe('any');
    expect(ikepolicy).not.toHaveProperty('peer_id');
  });

  it('shows the frozen and the broken one as such', async () => {
    expect(await show(connectionIds.frozen)).toMatchObject({ status: 'FREEZED' });
    expect(await show(connectionIds.down)).toMatchObject({ status: 'DOWN' });
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', `vpn-connection/${unknown}`],
    ['PUT', `vpn-connection/${unknown}`],
    ['GET', `vpn-connection/${unknown}/log`],
    ['GET', `vpn-connection/${connectionIds.policy.toUpperCase()}`],
    ['GET', `vpn-gateways/${unknown}`],
    ['GET', `customer-gateways/${unknown}`],
  ])('%s %s is a resource not found', async (method, rest) => {
    const answer = await client.send(method, `${project()}/${rest}`);
    expect([answer.status, answer.json.error_code]).toEqual([404, 'VPN.0004']);
  });

  it.each(['vpn-connection', `vpn-connection/${connectionIds.policy}`, 'vpn-gateways'])(
    'another project does not have %s',
    async (rest) => {
      const answer = await client.get(`/v5/11111111111111111111111111111111/${rest}`);
      expect([answer.status, answer.json.error_code]).toEqual([404, 'VPN.0004']);
    },
  );

  it.each([
    ['DELETE', `vpn-connection/${connectionIds.policy}`],
    ['POST', 'vpn-connection'],
    ['PUT', 'vpn-connection'],
    ['PUT', `vpn-gateways/${gatewayIds.gm}`],
    ['GET', 'vpn-connections'],
    ['GET', `vpn-gateways/${gatewayIds.gm}/log`],
    ['GET', `vpn-connection/${connectionIds.policy}/log/1`],
  ])('%s %s is no API', async (method, rest) => {
    const answer = await client.send(method, `${project()}/${rest}`);
    expect([answer.status, answer.json.error_code]).toEqual([404, 'APIGW.0101']);
  });

  it.each(['/', '/v5', '/v4/p/vpn-connection', '/v5//vpn-connection', '/toString'])(
    'GET %s is no API',
    async (path) => {
      expect((await client.get(path)).json.error_code).toBe('APIGW.0101');
    },
  );
});

describe('listing connections', () => {
  const list = async (query: string) => client.get(`${project()}/vpn-connection${query}`);

  it('lists all by default', async () => {
    const { json } = await list('');
    expect(ids(json.vpn_connections)).toEqual(Object.values(connectionIds));
    expect(json.total_count).toBe(Object.keys(connectionIds).length);
    expect(json.page_info).toEqual({ current_count: json.total_count });
    expect(json.vpn_connections[0].status).toBe('ACTIVE');
  });

  it('narrows by gateway and by address', async () => {
    const byGateway = (await list(`?vgw_id=${gatewayIds.gm}`)).json;
    expect(ids(byGateway.vpn_connections)).toEqual([connectionIds.gm]);
    expect(byGateway.total_count).toBe(1);
    const byAddress = (await list('?vgw_ip=b3e6d907-4f1a-4c25-9a8e-62d7c0f5b184')).json;
    expect(ids(byAddress.vpn_connections)).toEqual([connectionIds.gm]);
    expect((await list(`?vgw_id=${unknown}`)).json).toMatchObject({
      vpn_connections: [],
      total_count: 0,
      page_info: { current_count: 0 },
    });
  });

  it('pages through the whole list', async () => {
    const seen: string[] = [];
    let query = '?limit=3';
    for (let page = 0; page < 20 && query !== ''; page += 1) {
      const { json } = await list(query);
      seen.push(...ids(json.vpn_connections));
      const next: string | undefined = json.page_info.next_marker;
      query = next === undefined ? '' : `?limit=3&marker=${next}`;
    }
    expect(seen).toEqual(Object.values(connectionIds));
  });

  it.each([
    ['?limit=0', 0],
    ['?limit=1', 1],
    ['?limit=2000', Object.keys(connectionIds).length],
    [`?limit=2000&marker=${connectionIds.spare}`, 0],
  ])('%s gives %i', async (query, count) => {
    const answer = await list(query);
    expect([answer.status, answer.json.page_info.current_count]).toEqual([200, count]);
  });

  it.each([
    ['?limit=2001', 'limit must be an integer from 0 to 2000'],
    ['?limit=-1', 'limit must be'],
    ['?limit=', 'limit must be'],
    ['?limit=1.5', 'limit must be'],
    ['?limit=1e2', 'limit must be'],
    [`?marker=${connectionIds.policy}`, 'marker must be used with limit'],
    [`?limit=2&marker=${unknown}`, 'marker is unknown'],
  ])('refuses %s', async (query, message) => {
    const answer = await list(query);
    expect([answer.status, answer.json.error_code]).toEqual([400, 'VPN.0001']);
    expect(answer.json.error_msg).toContain(message);
  });
});

describe('gateways', () => {
  it('shows one with the facts that decide the rules', async () => {
    const { json } = await client.get(`${project()}/vpn-gateways/${gatewayIds.enterpriseRouter}`);
    expect(json.vpn_gateway).toMatchObject({
      id: gatewayIds.enterpriseRouter,
      attachment_type: 'er',
      flavor: 'Professional2',
    });
    const gm = await client.get(`${project()}/vpn-gateways/${gatewayIds.gm}`);
    expect(gm.json.vpn_gateway).toMatchObject({ attachment_type: 'vpc', flavor: 'GM' });
  });

  it('lists all', async () => {
    const { json } = await client.get(`${project()}/vpn-gateways`);
    expect(ids(json.vpn_gateways).sort()).toEqual(Object.values(gatewayIds).sort());
  });

  it('has the gateway and customer gateway of every connection', async () => {
    const { json } = await client.get(`${project()}/vpn-connection`);
    for (const { vgw_id, cgw_id } of json.vpn_connections) {
      expect((await client.get(`${project()}/vpn-gateways/${vgw_id}`)).status).toBe(200);
      expect((await client.get(`${project()}/customer-gateways/${cgw_id}`)).status).toBe(200);
    }
  });
});

describe('customer gateways', () => {
  it('shows one', async () => {
    const { json } = await client.get(`${project()}/customer-gateways/${customerGatewayIds.lyon}`);
    expect(json.customer_gateway).toMatchObject({ id_type: 'ip', id_value: '198.51.100.17' });
  });

  it('lists them in pages', async () => {
    const first = (await client.get(`${project()}/customer-gateways?limit=2`)).json;
    expect(first).toMatchObject({ total_count: 5, page_info: { current_count: 2 } });
    const tooMany = await client.get(`${project()}/customer-gateways?limit=201`);
    expect(tooMany.status).toBe(400);
  });
});

describe('the log of a connection', () => {
  const log = (id: string) => client.get(`${client.connectionPath(id)}/log`);

  it('gives the reason why it is down, newest first', async () => {
    const { json } = await log(connectionIds.down);
    expect(json.logs.map((line: { time: number }) => line.time)).toEqual([1735024142, 1735024112]);
    expect(json.logs[0].raw_message).toContain('Reason=[phase1 proposal mismatch]');
    expect(json.request_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells of an update, and of its end once it is there', async () => {
    const newest = async () => (await log(connectionIds.policy)).json.logs[0];
    await client.update(connectionIds.policy, { name: 'renamed' });
    expect((await newest()).raw_message).toContain('Reason=[config modify or manual offline]');
    client.clock.advance(4000);
    expect((await newest()).raw_message).toContain('IPSec tunnel is established.');
  });

  it('repeats why a broken connection stays down', async () => {
    await client.update(connectionIds.down, { name: 'renamed' });
    client.clock.advance(4000);
    const { json } = await log(connectionIds.down);
    expect(json.logs[0].raw_message).toContain('Reason=[phase1 proposal mismatch]');
    expect(json.logs[0].time).toBe(Math.floor(client.clock.now / 1000));
  });

  it.each([
    [connectionIds.gm, 'VPN.0304'],
    [connectionIds.policyTemplate, 'VPN.0305'],
  ])('of %s is refused with %s', async (id, code) => {
    const answer = await log(id);
    expect([answer.status, answer.json.error_code]).toEqual([400, code]);
  });
});
