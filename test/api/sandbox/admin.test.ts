import { describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';
import { rawExchange } from '../../support/sandboxRawExchange';

const client = useSandbox();
const admin = (page: string) => client.fetch(`/__sandbox/${page}`);
const post = (page: string, body: unknown, headers: Record<string, string> = {}) =>
  client.fetch(`/__sandbox/${page}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const show = () => client.get(client.connectionPath(connectionIds.policy));

describe('/__sandbox/', () => {
  it('gives an overview', async () => {
    client.sandbox.misbehave({ kind: 'html' });
    const { json } = await admin('');
    expect(json.project_id).toBe(client.sandbox.projectId);
    expect(json.connections).toContainEqual({
      id: connectionIds.frozen,
      name: 'site-frozen',
      style: 'static',
      status: 'FREEZED',
    });
    expect(json.misbehaviours).toEqual([{ kind: 'html' }]);
  });

  it('makes requests go wrong', async () => {
    const instruction = { kind: 'status', status: 503, match: { method: 'GET' }, times: 2 };
    expect((await post('misbehave', instruction)).json).toEqual({ done: true });
    expect([await show(), await show(), await show()].map((each) => each.status)).toEqual([
      503, 503, 200,
    ]);
  });

  it('refuses an instruction that it does not know', async () => {
    const answer = await post('misbehave', { kind: 'explode' });
    expect(answer.status).toBe(400);
    expect(answer.json.error).toContain('kind must be one of delay, slow-body, status');
  });

  it('decides how a connection rests', async () => {
    await post('settle', { connection: connectionIds.policy, status: 'ERROR' });
    expect((await show()).json.vpn_connection.status).toBe('ERROR');
  });

  it.each([
    [{ connection: connectionIds.policy, status: 'PENDING_UPDATE' }, 400],
    [{ connection: 'x', status: 'DOWN' }, 400],
    [{ connection: '00000000-0000-4000-8000-000000000000', status: 'DOWN' }, 404],
    [{ connection: connectionIds.policy }, 404],
    [{ status: 'DOWN' }, 404],
    [{ id: connectionIds.policy }, 400],
  ])('refuses to settle %j', async (body, status) => {
    expect((await post('settle', body)).status).toBe(status);
  });

  it('ends tokens', async () => {
    await post('expire-tokens', {});
    const headers = { 'x-auth-token': demoCredentials.token.token };
    const answer = await client.fetch(client.connectionPath(connectionIds.policy), { headers });
    expect(answer.json.error_code).toBe('APIGW.0307');
  });

  it('resets everything', async () => {
    await client.update(connectionIds.policy, { name: 'renamed' });
    client.sandbox.misbehave({ kind: 'html', times: 'always' });
    await post('reset', {});
    expect((await admin('log')).json.requests).toEqual([]);
    expect((await show()).json.vpn_connection.name).toBe('site-a');
  });

  it.each([
    ['GET', 'nothing'],
    ['GET', 'reset'],
    ['DELETE', 'log'],
  ])('has no %s %s', async (method, page) => {
    expect((await client.fetch(`/__sandbox/${page}`, { method })).status).toBe(404);
  });
});

describe('pages in a browser', () => {
  it.each([
    { origin: 'http://example.com' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('are kept out by %j', async (headers) => {
    const raw = {
      method: 'GET',
      headers: { host: new URL(client.sandbox.endpoint).host, ...headers },
    };
    const { bytes } = await rawExchange(`${client.sandbox.endpoint}/__sandbox/log`, raw);
    expect(bytes).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('are kept out when a foreign name leads here', async () => {
    const raw = { method: 'GET', headers: { host: 'rebound.example.com' } };
    const { bytes } = await rawExchange(`${client.sandbox.endpoint}/__sandbox/log`, raw);
    expect(bytes).toMatch(/^HTTP\/1\.1 403 /);
  });

  it.each(['localhost', 'localhost:8080', '127.0.0.1'])('%s is this machine', async (host) => {
    const { bytes } = await rawExchange(`${client.sandbox.endpoint}/__sandbox/log`, {
      method: 'GET',
      headers: { host, 'sec-fetch-site': 'none' },
    });
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('cannot post without saying that it is JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await post('reset', {}, headers)).status).toBe(200);
    expect((await post('misbehave', { kind: 'html' }, headers)).status).toBe(400);
  });
});
