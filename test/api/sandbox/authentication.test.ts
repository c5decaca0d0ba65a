import { beforeEach, describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';
import { signedHeaders } from '../../support/sandboxSigner';

const client = useSandbox();
const { accessKey, temporaryAccessKey, readOnlyAccessKey, token, expiredToken } = demoCredentials;
const path = () => client.connectionPath(connectionIds.policy);
const minutes = (count: number) => count * 60_000;

beforeEach(() => {
  client.key = accessKey;
});

/** A GET signed with the key at a distance from the sandbox's clock. */
const signedGet = (distance: number, key = client.key) => {
  const url = client.sandbox.endpoint + path();
  const headers = signedHeaders(key, { method: 'GET', url }, client.clock.now + distance);
  return client.fetch(path(), { headers });
};

describe('an access key', () => {
  it.each([accessKey, temporaryAccessKey, readOnlyAccessKey])(
    'may read: $accessKey',
    async (key) => {
      client.key = key;
      expect((await client.get(path())).status).toBe(200);
    },
  );

  it.each([accessKey, temporaryAccessKey])('may update: $accessKey', async (key) => {
    client.key = key;
    expect((await client.update(connectionIds.policy, { name: 'a' })).status).toBe(200);
  });

  it('without the permission may not update, and the error names it', async () => {
    client.key = readOnlyAccessKey;
    const answer = await client.update(connectionIds.policy, { name: 'a' });
    expect([answer.status, answer.json.error_code]).toEqual([403, 'VPN.0007']);
    expect(answer.json.error_msg).toContain('vpn:vpnConnections:update');
  });

  it('that is unknown is said not to exist', async () => {
    client.key = { ...accessKey, accessKey: 'NOSUCHKEY' };
    await expectUnauthorized('Get secretKey failed,ak:NOSUCHKEY,err:ak not exist');
  });

  it('of temporary kind needs its security token', async () => {
    const { securityToken, ...bare } = temporaryAccessKey;
    client.key = bare;
    await expectUnauthorized('x-security-token of the temporary ak is missing or wrong');
    client.key = { ...bare, securityToken: `${securityToken}x` };
    await expectUnauthorized('x-security-token of the temporary ak is missing or wrong');
  });

  it('of permanent kind has none', async () => {
    client.key = { ...accessKey, securityToken: 'anything' };
    await expectUnauthorized('x-security-token does not belong to a permanent ak');
  });
});

describe('a signature', () => {
  it('made with another secret is answered with the canonical request', async () => {
    client.key = { ...accessKey, secretKey: 'wrong' };
    const answer = await client.get(`${path()}?limit=1`);
    expect([answer.status, answer.json.error_code]).toEqual([401, 'APIGW.0301']);
    const host = new URL(client.sandbox.endpoint).host;
    expect(answer.json.error_msg).toBe(
      'Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:' +
        `GET|${path()}/|limit=1|host:${host}|x-sdk-date:20261123T120000Z||host;x-sdk-date|` +
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('covers the exact bytes of the body', async () => {
    const url = client.sandbox.endpoint + path();
    const body = '{"vpn_connection":{"name":"a"}}';
    const type = { 'content-type': 'application/json' };
    const headers = signedHeaders(accessKey, { method: 'PUT', url, body }, client.clock.now, type);
    const send = (sent: string) => client.fetch(path(), { method: 'PUT', headers, body: sent });
    expect((await send(body.replace('a"', 'b"'))).status).toBe(401);
    expect((await send(`${body} `)).status).toBe(401);
    expect((await send(body)).status).toBe(200);
  });

  it('covers a body that is not ASCII', async () => {
    const answer = await client.update(connectionIds.policy, { name: 'Zürich 🔒' });
    expect(answer.json.error_code).toBe('VPN.0001');
  });

  it.each([
    [minutes(15), 200],
    [minutes(-15), 200],
    [minutes(15) + 1000, 401],
    [minutes(-15) - 1000, 401],
  ])('made %i ms off is answered with %i', async (distance, status) => {
    expect((await signedGet(distance)).status).toBe(status);
  });

  it('that is too old says so', async () => {
    const answer = await signedGet(minutes(-20));
    expect(answer.json.error_msg).toContain('signature expired');
    expect(answer.json.error_code).toBe('APIGW.0301');
  });

  it.each(['', 'Basic YTpi', 'SDK-HMAC-SHA256 Access=a'])(
    'of the form %j is refused',
    async (authorization) => {
      const answer = await client.fetch(path(), { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.json.error_msg).toContain('authorization header format is invalid');
    },
  );
});

describe('repeated wrong signatures', () => {
  const fail = async (count: number) => {
    client.key = { ...accessKey, secretKey: 'wrong' };
    for (let index = 0; index < count; index += 1) await client.get(path());
    client.key = accessKey;
  };

  it('are forgiven five times', async () => {
    await fail(5);
    expect((await client.get(path())).status).toBe(200);
  });

  it('count anew after a right one', async () => {
    await fail(5);
    await client.get(path());
    await fail(5);
    expect((await client.get(path())).status).toBe(200);
  });

  it('lock the key at the sixth for five minutes, even for a right one', async () => {
    await fail(6);
    await expectUnauthorized('AK access failed to reach the limit, forbidden');
    client.clock.advance(minutes(5) - 1000);
    expect((await client.get(path())).status).toBe(401);
    client.clock.advance(1000);
    expect((await client.get(path())).status).toBe(200);
  });

  it('leave other keys alone', async () => {
    await fail(6);
    client.key = temporaryAccessKey;
    expect((await client.get(path())).status).toBe(200);
  });

  it('do not count when the clock is to blame', async () => {
    for (let index = 0; index < 7; index += 1) await signedGet(minutes(20));
    expect((await client.get(path())).status).toBe(200);
  });
});

describe('a token', () => {
  const withToken = (value: string) => client.fetch(path(), { headers: { 'x-auth-token': value } });

  it('that is known will do', async () => {
    expect((await withToken(token.token)).status).toBe(200);
  });

  it('that has expired must be renewed', async () => {
    const answer = await withToken(expiredToken.token);
    expect([answer.status, answer.json.error_code]).toEqual([401, 'APIGW.0307']);
  });

  it('that is unknown cannot be decrypted', async () => {
    const answer = await withToken('unknown');
    expect([answer.status, answer.json.error_code]).toEqual([401, 'APIGW.0301']);
    expect(answer.json.error_msg).toContain('decrypt token fail');
  });

  it('that is missing, with no signature either, is missed', async () => {
    const answer = await client.fetch(path());
    expect([answer.status, answer.json.error_code]).toEqual([401, 'APIGW.0301']);
    expect(answer.json.error_msg).toContain('x-auth-token not found');
  });

  it('ends when all tokens are ended', async () => {
    client.sandbox.expireTokens();
    expect((await withToken(token.token)).json.error_code).toBe('APIGW.0307');
  });
});

async function expectUnauthorized(detail: string): Promise<void> {
  const answer = await client.get(path());
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({
    error_code: 'APIGW.0301',
    error_msg: `Incorrect IAM authentication information: ${detail}`,
    request_id: answer.headers.get('x-request-id'),
  });
}
