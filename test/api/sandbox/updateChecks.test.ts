import { describe, expect, it } from 'vitest';
import { connectionIds, customerGatewayIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();

/** What the check of a row expects: accepted, or the code and a part of the message. */
type Row = readonly [fields: unknown, on?: keyof typeof connectionIds];

const letters = (count: number) => 'a'.repeat(count);
const times = <T>(count: number, item: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => item(index));
const ike = (ikepolicy: unknown) => ({ ikepolicy });
const ipsec = (ipsecpolicy: unknown) => ({ ipsecpolicy });
const rules = (...policy_rules: unknown[]) => ({ policy_rules });
const rule = (index: number) => ({
  rule_index: index,
  source: `10.${index}.0.0/24`,
  destination: ['192.168.1.0/24'],
});
const subnet = (index: number) => `192.168.${index}.0/24`;
const hashes = ['sha2-512', 'sha2-384', 'sha2-256', 'sha1', 'md5'];
const ciphers = ['aes-256-gcm-16', 'aes-128-gcm-16', 'aes-256', 'aes-192', 'aes-128', '3des'];
const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21].map((number) => `group${number}`);

const accepted: Readonly<Record<string, readonly Row[]>> = {
  name: [[{ name: 'a' }], [{ name: letters(64) }], [{ name: 'A-z_0.9' }]],
  cgw_id: [[{ cgw_id: customerGatewayIds.milan }]],
  peer_subnets: [
    [{ peer_subnets: ['192.168.1.0/24'] }],
    [{ peer_subnets: times(50, subnet) }],
    [{ peer_subnets: ['192.168.1.5/24'] }],
    [{ peer_subnets: ['100.63.255.0/24', '100.128.0.0/24', '100.64.0.0/9'] }],
    [{ peer_subnets: ['213.0.0.0/8', '215.0.0.0/8', '223.255.255.0/24', '128.0.0.0/8'] }],
    [{ peer_subnets: [] }, 'enterpriseRouter'],
    [{ peer_subnets: ['192.168.1.0/24'] }, 'enterpriseRouter'],
  ],
  tunnel: [
    [pair('169.254.76.1/30', '169.254.76.2/30'), 'staticRouting'],
    [pair('169.254.76.2/30', '169.254.76.1/30'), 'bgp'],
    [pair('169.254.0.1/30', '169.254.0.2/30'), 'staticRouting'],
    [pair('169.254.255.253/30', '169.254.255.254/30'), 'staticRouting'],
    [pair('169.254.194.253/30', '169.254.194.254/30'), 'staticRouting'],
    [pair('169.254.196.1/30', '169.254.196.2/30'), 'staticRouting'],
    [{ tunnel_local_address: '169.254.70.1/30' }, 'staticRouting'],
    [{ tunnel_peer_address: '169.254.70.2/30' }, 'staticRouting'],
    [{ tunnel_local_address: '169.254.80.1/30' }],
  ],
  psk: [
    [{ psk: 'Abcdef12' }],
    [{ psk: `Ab1${letters(125)}` }],
    [{ psk: 'abcdef1!' }],
    [{ psk: 'ABCDEF1!' }],
    [{ psk: 'Abcdefg!' }],
    [{ psk: 'Aa~!@#$%^()-_+={ },./:;' }],
  ],
  policy_rules: [
    [rules(rule(1))],
    [rules(rule(0), rule(50))],
    [rules(...times(5, rule))],
    [rules({ source: '0.0.0.0/0', destination: times(50, subnet) })],
    [rules({ source: '10.0.0.0/24' }, { destination: ['10.0.0.0/24'] })],
    [rules(), 'staticRouting'],
  ],
  ikepolicy: [
    [ike({ ike_version: 'v1' })],
    [ike({ ike_version: 'v2' })],
    [ike({ phase1_negotiation_mode: 'main' })],
    [ike({ phase1_negotiation_mode: 'aggressive' }), 'ikev1'],
    ...hashes.map((hash): Row => [ike({ authentication_algorithm: hash })]),
    ...ciphers.map((cipher): Row => [ike({ encryption_algorithm: cipher })]),
    ...groups.map((group): Row => [ike({ dh_group: group })]),
    [ike({ lifetime_seconds: 60 })],
    [ike({ lifetime_seconds: 604800 })],
    [ike({ local_id_type: 'ip', local_id: '10.0.0.1' })],
    [ike({ local_id_type: 'fqdn', local_id: letters(255) })],
    [ike({ peer_id_type: 'fqdn', peer_id: 'Gw.example.com!"#$%\'()*+,-./:;=?@^_`{|}~' })],
    [ike({ local_id: 'new.example.com' }), 'bgp'],
    [ike({ ike_version: 'v2', encryption_algorithm: 'aes-256-gcm-16' }), 'ikev1'],
  ],
  dpd: [
    [ike({ dpd: { timeout: 2, interval: 10, msg: 'seq-hash-notify' } })],
    [ike({ dpd: { timeout: 60, interval: 3600, msg: 'seq-notify-hash' } })],
  ],
  ipsecpolicy: [
    ...hashes.map((hash): Row => [ipsec({ authentication_algorithm: hash })]),
    ...ciphers.map((cipher): Row => [ipsec({ encryption_algorithm: cipher }), 'ikev1']),
    ...[...groups, 'disable'].map((pfs): Row => [ipsec({ pfs })]),
    [ipsec({ lifetime_seconds: 30, transform_protocol: 'esp', encapsulation_mode: 'tunnel' })],
    [ipsec({ lifetime_seconds: 604800 })],
  ],
  'GM gateway': [
    [ike({ ike_version: 'v1', phase1_negotiation_mode: 'main' }), 'gm'],
    [ike({ authentication_algorithm: 'sm3', encryption_algorithm: 'sm4' }), 'gm'],
    [ipsec({ authentication_algorithm: 'sm3', encryption_algorithm: 'sm4' }), 'gm'],
    [{ name: 'gm', ikepolicy: { lifetime_seconds: 3600, dpd: { timeout: 5 } } }, 'gm'],
  ],
};

type RefusedRow = readonly [fields: unknown, message: string, on?: keyof typeof connectionIds];

const nameRule = 'vpn_connection.name must have 1 to 64 characters';
const tunnelField = 'vpn_connection.tunnel_local_address';
const idRule = 'vpn_connection.ikepolicy.peer_id must';

const refused: Readonly<Record<string, readonly RefusedRow[]>> = {
  'the object': [
    [{}, 'vpn_connection has no field to update'],
    [{ ikepolicy: {} }, 'vpn_connection has no field to update'],
    [{ ikepolicy: { dpd: {} }, ipsecpolicy: {} }, 'vpn_connection has no field to update'],
    [null, 'vpn_connection must be an object'],
    [[], 'vpn_connection must be an object'],
    ['name', 'vpn_connection must be an object'],
  ],
  name: [
    [{ name: '' }, nameRule],
    [{ name: letters(65) }, nameRule],
    [{ name: 'a b' }, nameRule],
    [{ name: 'ä' }, nameRule],
    [{ name: 'a\n' }, nameRule],
    [{ name: 5 }, 'vpn_connection.name must be a string'],
    [{ name: null }, 'vpn_connection.name must be a string'],
  ],
  cgw_id: [
    [{ cgw_id: customerGatewayIds.milan.slice(1) }, 'cgw_id must be a UUID'],
    [{ cgw_id: `${customerGatewayIds.milan}0` }, 'cgw_id must be a UUID'],
    [{ cgw_id: '5247ae10-****-****-****-dd36659a7f5d' }, 'cgw_id must be a UUID'],
  ],
  peer_subnets: [
    [{ peer_subnets: [] }, 'peer_subnets must not be empty'],
    [{ peer_subnets: [] }, 'peer_subnets must not be empty', 'staticRouting'],
    [{ peer_subnets: times(51, subnet) }, 'peer_subnets must not have more than 50 items'],
    [{ peer_subnets: '192.168.1.0/24' }, 'peer_subnets must be an array'],
    ...['192.168.1.0', '192.168.1.0/33', '192.168.01.0/24', '192.168.1/24', '256.0.0.0/8'].map(
      (text): RefusedRow => [{ peer_subnets: [text] }, 'peer_subnets[0] must be an IPv4 CIDR'],
    ),
    ...['fd00::/8', ' 10.0.0.0/8', '10.0.0.0/08', '10.0.0.0/', ''].map((text): RefusedRow => [
      { peer_subnets: [text] },
      'peer_subnets[0] must be an IPv4 CIDR',
    ]),
    [{ peer_subnets: ['10.0.0.0/8', '100.64.0.0/10'] }, '[1] must not be in the reserved'],
    [{ peer_subnets: ['100.64.0.0/24'] }, 'reserved CIDR block 100.64.0.0/10'],
    [{ peer_subnets: ['100.127.255.0/24'] }, 'reserved CIDR block 100.64.0.0/10'],
    [{ peer_subnets: ['214.0.0.0/8'] }, 'reserved CIDR block 214.0.0.0/8'],
    [{ peer_subnets: ['214.255.255.255/32'] }, 'reserved CIDR block 214.0.0.0/8'],
    [{ peer_subnets: ['127.0.0.0/8'] }, 'must not be a loopback, class D or class E'],
    [{ peer_subnets: ['224.0.0.0/4'] }, 'must not be a loopback, class D or class E'],
  ],
  tunnel: [
    [{ tunnel_local_address: '169.253.76.1/30' }, `${tunnelField} must be in 169.254.0.0/16`],
    [{ tunnel_local_address: '169.255.0.1/30' }, `${tunnelField} must be in 169.254.0.0/16`],
    [{ tunnel_local_address: '169.254.195.1/30' }, 'must not be in 169.254.195.0/24'],
    [{ tunnel_local_address: '169.254.195.254/30' }, 'must not be in 169.254.195.0/24'],
    [{ tunnel_local_address: '169.254.76.1/29' }, 'must have a mask length of 30'],
    [{ tunnel_local_address: '169.254.76.1/31' }, 'must have a mask length of 30'],
    [{ tunnel_local_address: '169.254.76.1' }, 'must be an IPv4 CIDR'],
    [{ tunnel_local_address: '169.254.76.0/30' }, 'must be a host address'],
    [{ tunnel_local_address: '169.254.76.3/30' }, 'must be a host address'],
    [pair('169.254.76.1/30', '169.254.76.1/30'), 'must be different'],
    [pair('169.254.76.1/30', '169.254.76.6/30'), 'must be in one CIDR block'],
    [{ tunnel_local_address: '169.254.76.1/30' }, 'must be in one CIDR block', 'staticRouting'],
    [{ tunnel_peer_address: '169.254.70.1/30' }, 'must be different', 'staticRouting'],
  ],
  psk: [
    [{ psk: 'Abcde12' }, 'psk must have 8 to 128 characters'],
    [{ psk: `Ab1${letters(126)}` }, 'psk must have 8 to 128 characters'],
    [{ psk: 'abcdefg1' }, 'psk must contain three of'],
    [{ psk: 'abcdefg!' }, 'psk must contain three of'],
    [{ psk: 'Abcd efgh' }, 'psk must contain three of'],
    [{ psk: 'Abcdef1*' }, 'psk contains a character that is not allowed'],
    [{ psk: 'Abcdef1ß' }, 'psk contains a character that is not allowed'],
    [{ psk: 12345678 }, 'psk must be a string'],
  ],
  policy_rules: [
    [rules(...times(6, rule)), 'policy_rules must not have more than 5 items'],
    [rules({ rule_index: -1 }), 'policy_rules[0].rule_index must be an integer from 0 to 50'],
    [rules({ rule_index: 51 }), 'policy_rules[0].rule_index must be an integer from 0 to 50'],
    [rules({ rule_index: 1.5 }), 'policy_rules[0].rule_index must be an integer from 0 to 50'],
    [rules({ rule_index: '1' }), 'policy_rules[0].rule_index must be an integer from 0 to 50'],
    [rules(rule(1), { ...rule(2), rule_index: 1 }), 'rule_index must be unique'],
    [rules({ source: '10.0.0.0/24' }, { source: '10.0.0.9/24' }), 'source must be unique'],
    [rules({ source: 'any' }), 'policy_rules[0].source must be an IPv4 CIDR'],
    [rules({ destination: '10.0.0.0/24' }), 'policy_rules[0].destination must be an array'],
    [rules({ destination: ['10.0.0.0/24', 'x'] }), 'destination[1] must be an IPv4 CIDR'],
    [rules({ destination: times(51, subnet) }), 'destination must not have more than 50 items'],
    [rules(rule(1)), 'only when style is policy', 'staticRouting'],
    [rules(rule(1)), 'only when style is policy', 'bgp'],
    [rules(rule(1)), 'only when style is policy', 'policyTemplate'],
  ],
  ikepolicy: [
    [ike({ ike_version: 'v3' }), 'ikepolicy.ike_version must be one of v1, v2'],
    [ike({ ike_version: 'V1' }), 'ikepolicy.ike_version must be one of v1, v2'],
    [ike({ phase1_negotiation_mode: 'quick' }), 'phase1_negotiation_mode must be one of'],
    [ike({ authentication_algorithm: 'SHA1' }), 'authentication_algorithm must be one of'],
    [ike({ encryption_algorithm: 'aes-256-gcm-128' }), 'encryption_algorithm must be one of'],
    [ike({ dh_group: 'group3' }), 'dh_group must be one of'],
    [ike({ dh_group: 'disable' }), 'dh_group must be one of'],
    [ike({ lifetime_seconds: 59 }), 'lifetime_seconds must be an integer from 60 to 604800'],
    [ike({ lifetime_seconds: 604801 }), 'lifetime_seconds must be an integer from 60 to 604800'],
    [ike({ lifetime_seconds: '3600' }), 'lifetime_seconds must be an integer from 60 to 604800'],
    [ike({ peer_id_type: 'any' }), 'peer_id_type must be one of ip, fqdn'],
    [ike({ peer_id_type: 'fqdn', peer_id: letters(256) }), `${idRule} not have more than 255`],
    ...['&', '<', '>', '[', ']', '\\', ' ', 'é'].map((bad): RefusedRow => [
      ike({ peer_id_type: 'fqdn', peer_id: `a${bad}` }),
      `${idRule} consist`,
    ]),
    [ike({ peer_id_type: 'fqdn' }), 'peer_id is mandatory when peer_id_type is fqdn'],
    [ike({ local_id_type: 'fqdn' }), 'local_id is mandatory when local_id_type is fqdn'],
    [ike({ peer_id_type: 'fqdn', peer_id: '' }), 'peer_id must not be empty'],
    [ike({ peer_id: '' }), 'peer_id must not be empty', 'bgp'],
    [ike({ peer_id: 'gw.example.com' }), 'peer_id must be an IPv4 address'],
    [ike({ local_id_type: 'ip', local_id: '10.0.0.256' }), 'local_id must be an IPv4', 'bgp'],
    [ike({ encryption_algorithm: 'aes-128-gcm-16' }), 'must not be a GCM algorithm', 'ikev1'],
    [ike({ ike_version: 'v1' }), 'must not be a GCM algorithm', 'bgp'],
  ],
  dpd: [
    [ike({ dpd: { timeout: 1 } }), 'dpd.timeout must be an integer from 2 to 60'],
    [ike({ dpd: { timeout: 61 } }), 'dpd.timeout must be an integer from 2 to 60'],
    [ike({ dpd: { interval: 9 } }), 'dpd.interval must be an integer from 10 to 3600'],
    [ike({ dpd: { interval: 3601 } }), 'dpd.interval must be an integer from 10 to 3600'],
    [ike({ dpd: { msg: 'seq' } }), 'dpd.msg must be one of'],
    [ike({ dpd: [] }), 'dpd must be an object'],
  ],
  ipsecpolicy: [
    [ipsec({ authentication_algorithm: 'sha2' }), 'authentication_algorithm must be one of'],
    [ipsec({ encryption_algorithm: 'AES-256' }), 'encryption_algorithm must be one of'],
    [ipsec({ pfs: 'none' }), 'pfs must be one of'],
    [ipsec({ transform_protocol: 'ah' }), 'transform_protocol must be one of esp'],
    [ipsec({ encapsulation_mode: 'transport' }), 'encapsulation_mode must be one of tunnel'],
    [ipsec({ lifetime_seconds: 29 }), 'lifetime_seconds must be an integer from 30 to 604800'],
    [ipsec({ lifetime_seconds: 604801 }), 'lifetime_seconds must be an integer from 30 to 604800'],
  ],
  'GM gateway': [
    [
      ike({ ike_version: 'v2' }),
      'ike_version must be v1 when flavor of the VPN gateway is GM',
      'gm',
    ],
    [ike({ phase1_negotiation_mode: 'aggressive' }), 'must be main when flavor', 'gm'],
    [ike({ authentication_algorithm: 'sha2-256' }), 'must be sm3 or sm4', 'gm'],
    [ike({ encryption_algorithm: 'aes-256' }), 'must be sm3 or sm4', 'gm'],
    [ipsec({ authentication_algorithm: 'md5' }), 'must be sm3 or sm4', 'gm'],
    [ipsec({ encryption_algorithm: '3des' }), 'must be sm3 or sm4', 'gm'],
    [ike({ dh_group: 'group20' }), 'dh_group cannot be modified when flavor', 'gm'],
    [ike({ local_id_type: 'ip' }), 'local_id_type cannot be modified when flavor', 'gm'],
    [ike({ local_id: '10.0.0.1' }), 'local_id cannot be modified when flavor', 'gm'],
    [ike({ peer_id_type: 'ip' }), 'peer_id_type cannot be modified when flavor', 'gm'],
    [ike({ peer_id: '10.0.0.1' }), 'peer_id cannot be modified when flavor', 'gm'],
    [ipsec({ pfs: 'group20' }), 'pfs cannot be modified when flavor', 'gm'],
    [ike({ authentication_algorithm: 'sm3' }), 'must not be sm3 or sm4'],
    [ike({ encryption_algorithm: 'sm4' }), 'must not be sm3 or sm4'],
    [ipsec({ authentication_algorithm: 'sm3' }), 'must not be sm3 or sm4'],
    [ipsec({ encryption_algorithm: 'sm4' }), 'must not be sm3 or sm4', 'ikev1'],
  ],
};

const titled = (fields: unknown) => JSON.stringify(fields).slice(0, 120);

describe.each(Object.entries(accepted))('%s: accepts', (_, rows) => {
  const cases = rows.map(([fields, on = 'policy']) => ({ title: titled(fields), fields, on }));

  it.each(cases)('$title on $on', async ({ fields, on }) => {
    const answer = await client.update(connectionIds[on], fields);
    expect(answer.text).not.toContain('error_msg');
    expect(answer.status).toBe(200);
  });
});

describe.each(Object.entries(refused))('%s: refuses', (_, rows) => {
  const cases = rows.map(([fields, message, on = 'policy']) => ({
    title: titled(fields),
    fields,
    message,
    on,
  }));

  it.each(cases)('$title on $on', async ({ fields, message, on }) => {
    const before = await client.get(client.connectionPath(connectionIds[on]));
    const answer = await client.update(connectionIds[on], fields);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      error_code: 'VPN.0001',
      error_msg: expect.stringContaining(message),
      request_id: answer.headers.get('x-request-id'),
    });
    expect(answer.json.error_msg).toMatch(/^invalid request: /);
    const after = await client.get(client.connectionPath(connectionIds[on]));
    expect(after.json.vpn_connection).toEqual(before.json.vpn_connection);
  });
});

describe('keys that an update does not take', () => {
  it.each<[fields: unknown, message: string]>([
    [{ style: 'bgp' }, 'vpn_connection.style is set when the connection is created'],
    [{ vgw_id: 'x' }, 'vpn_connection.vgw_id is set when the connection is created'],
    [{ vgw_ip: 'x' }, 'vpn_connection.vgw_ip is set when the connection is created'],
    [{ ha_role: 'master' }, 'vpn_connection.ha_role is set when the connection is created'],
    [{ tags: [] }, 'vpn_connection.tags are changed through the tag API'],
    [{ enable_nqa: false }, 'vpn_connection.enable_nqa must not be filled'],
    [{ status: 'ACTIVE' }, 'vpn_connection.status is read-only'],
    [{ enable_hub: true }, 'enable_hub is not part of this version of the API'],
    [{ peer_subnets_v6: [] }, 'peer_subnets_v6 is not part of this version of the API'],
    [ike({ authentication_method: 'pre-share' }), 'ikepolicy.authentication_method is set when'],
    [ike({ pfs: 'group20' }), 'pfs of vpn_connection.ikepolicy'],
    [ike({ dpd: { mesage: 'x' } }), 'mesage of vpn_connection.ikepolicy.dpd'],
    [rules({ port: 1 }), 'port of vpn_connection.policy_rules[0]'],
    [{ Abcd1234: 'x' }, 'unsupported attribute: a key of vpn_connection'],
    [{ abcd_123: 'x' }, 'unsupported attribute: a key of vpn_connection'],
  ])('%j', async (fields, message) => {
    const answer = await client.update(connectionIds.policy, fields);
    expect([answer.status, answer.json.error_code]).toEqual([400, 'VPN.0013']);
    expect(answer.json.error_msg).toContain(message);
  });

  it('includes what JSON calls __proto__', async () => {
    const body = '{"vpn_connection":{"name":"a","__proto__":{"psk":"x"}}}';
    const answer = await client.put(client.connectionPath(connectionIds.policy), body);
    expect(answer.json.error_code).toBe('VPN.0013');
  });
});

describe('references and state', () => {
  it('does not find a customer gateway that does not exist', async () => {
    const cgw_id = '00000000-0000-4000-8000-000000000000';
    const answer = await client.update(connectionIds.policy, { cgw_id });
    expect([answer.status, answer.json.error_code]).toEqual([404, 'VPN.0004']);
  });

  it('answers a frozen connection as the second example response of the API page', async () => {
    const answer = await client.update(connectionIds.frozen, { name: 'thawed' });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      error_code: 'VPN.0001',
      error_msg: 'invalid request: ILLEGAL not allowed update vpnConnection',
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe('the body as a whole', () => {
  const path = () => client.connectionPath(connectionIds.policy);
  const good = '{"vpn_connection":{"name":"a"}}';

  it.each([
    ['', 'not valid JSON'],
    ['{', 'not valid JSON'],
    [`${good},`, 'not valid JSON'],
    ['null', 'the body must be an object'],
    ['[]', 'the body must be an object'],
    ['{}', 'vpn_connection is mandatory'],
  ])('refuses %j', async (body, message) => {
    const answer = await client.put(path(), body);
    expect([answer.status, answer.json.error_code]).toEqual([400, 'VPN.0001']);
    expect(answer.json.error_msg).toContain(message);
  });

  it('refuses a second key beside vpn_connection', async () => {
    const answer = await client.put(path(), '{"vpn_connection":{"name":"a"},"context":{}}');
    expect(answer.json.error_msg).toBe('unsupported attribute: context of the body');
  });

  it('refuses what is not UTF-8', async () => {
    const body = Buffer.concat([Buffer.from(good), Buffer.from([0xff])]);
    expect((await client.put(path(), body)).json.error_msg).toContain('not valid JSON in UTF-8');
  });

  it.each(['text/plain', 'application/x-yaml', 'application/json-patch+json', ''])(
    'refuses the content type %j',
    async (type) => {
      const answer = await client.put(path(), good, type);
      expect(answer.json.error_msg).toContain('content-type must be application/json');
    },
  );

  it.each([
    'application/json',
    'application/json;charset=utf8',
    'Application/JSON ; charset=utf-8',
  ])('takes the content type %j', async (type) => {
    expect((await client.put(path(), good, type)).status).toBe(200);
  });

  it('takes 12 MB and not one byte more', async () => {
    const largest = 12 * 1024 * 1024;
    const padded = good + ' '.repeat(largest - good.length);
    expect((await client.put(path(), padded)).status).toBe(200);
    client.sandbox.reset();
    const tooLarge = await client.put(path(), `${padded} `);
    expect([tooLarge.status, tooLarge.json.error_code]).toEqual([413, 'APIGW.0201']);
  });
});

describe('a pre-shared key', () => {
  it.each([
    { psk: 'Sec_ret' },
    { psk: 'Secret_1*' },
    { psk: ['Secret_1'] },
    { pks: 'Secret_1' },
    { name: 'Secret_1 ' },
    { Secret_1: 'x' },
    { peer_subnets: ['Secret_1'] },
    { ikepolicy: { ike_version: 'Secret_1' } },
    { ikepolicy: 'Secret_1' },
  ])('is not repeated in the error about %j', async (fields) => {
    const answer = await client.update(connectionIds.policy, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/Sec_?ret/);
  });

  it('is not repeated in the error about JSON that breaks off', async () => {
    const body = '{"vpn_connection":{"psk":"Secret_1';
    const answer = await client.put(client.connectionPath(connectionIds.policy), body);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('Secret_1');
  });
});

function pair(local: string, peer: string) {
  return { tunnel_local_address: local, tunnel_peer_address: peer };
}
