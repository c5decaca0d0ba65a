import { describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import type { LoggedRequest } from '../../../client/src/sandbox/requestLog';
import { useSandbox } from '../../support/sandboxClient';

const heard: LoggedRequest[] = [];
const client = useSandbox({ onRequest: (entry) => heard.push(entry) });
const path = () => client.connectionPath(connectionIds.policy);

describe('the request log', () => {
  it('says who asked what, and how it ended', async () => {
    const answer = await client.update(connectionIds.policy, { name: 'a', psk: 'Abcd_1234' });
    expect(client.sandbox.requests).toEqual([
      {
        requestId: answer.json.request_id,
        receivedAt: '2026-11-23T12:00:00.000Z',
        method: 'PUT',
        path: path(),
        authenticated: 'access-key',
        body: { vpn_connection: { name: 'a', psk: '***' } },
        outcome: 'answered',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
  });

  it('is the same over HTTP, and does not list that', async () => {
    await client.get(path());
    const { json } = await client.fetch('/__sandbox/log');
    expect(json.requests).toEqual(client.sandbox.requests);
    expect(json.requests).toHaveLength(1);
  });

  it('tells the ways of authentication apart', async () => {
    await client.get(path());
    client.key = demoCredentials.temporaryAccessKey;
    await client.get(path());
    client.key = { ...demoCredentials.accessKey, secretKey: 'wrong' };
    await client.get(path());
    client.key = demoCredentials.accessKey;
    await client.fetch(path(), { headers: { 'x-auth-token': demoCredentials.token.token } });
    await client.fetch('/elsewhere');
    expect(
      client.sandbox.requests.map(({ authenticated, status }) => [authenticated, status]),
    ).toEqual([
      ['access-key', 200],
      ['temporary-access-key', 200],
      ['refused', 401],
      ['token', 200],
      ['none', 404],
    ]);
  });

  it('tells the listener when a request is over', async () => {
    heard.length = 0;
    await client.get(path());
    await expect.poll(() => heard).toEqual(client.sandbox.requests);
  });

  it('keeps the last thousand', async () => {
    for (let index = 0; index <= 1000; index += 1) await client.fetch(`/n/${index}`);
    await expect.poll(() => client.sandbox.requests.at(-1)?.outcome).toBe('answered');
    expect(client.sandbox.requests).toHaveLength(1000);
    expect(client.sandbox.requests[0]?.path).toBe('/n/1');
  });

  it('holds no secret, whatever was sent and wherever', async () => {
    const { accessKey, temporaryAccessKey, token } = demoCredentials;
    client.key = temporaryAccessKey;
    await client.update(connectionIds.policy, { psk: 'Abcd_1234', Abcd_1234: 1, pks: 'Abcd_1234' });
    await client.get(`${path()}?token=${token.token}&${token.token}`);
    await client.put(path(), '{"psk": "Abcd_1234');
    client.key = accessKey;
    await client.fetch(path(), { headers: { 'x-auth-token': token.token } });
    const log = (await client.fetch('/__sandbox/log')).text;
    const secrets = [
      'Abcd_1234',
      accessKey.secretKey,
      temporaryAccessKey.secretKey,
      temporaryAccessKey.securityToken,
      token.token,
    ];
    expect(client.sandbox.requests).toHaveLength(4);
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
