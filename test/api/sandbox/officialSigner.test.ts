// Requests signed by the official SDK are accepted. The sandbox's check was written from the same
// guide as the product's signer; this is the third party that could show both to be wrong.
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';

const client = useSandbox();

// The SDK takes the time from the system; it must agree with the sandbox's.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: client.clock.now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends a request with the headers of the official signer. */
async function send(
  method: string,
  path: string,
  parts: { query?: Record<string, string>; data?: object; headers?: Record<string, string> } = {},
  key: { accessKey: string; secretKey: string } = demoCredentials.accessKey,
) {
  const { query = {}, data, headers = {} } = parts;
  const credentials = new BasicCredentials().withAk(key.accessKey).withSk(key.secretKey);
  const endpoint = client.sandbox.endpoint + path;
  const request = { method, endpoint, queryParams: query, headers, ...(data ? { data } : {}) };
  const signed: Record<string, string> = AKSKSigner.sign(request, credentials);
  const search = new URLSearchParams(query).toString();
  return client.fetch(search === '' ? path : `${path}?${search}`, {
    method,
    headers: signed,
    ...(data ? { body: JSON.stringify(data) } : {}),
  });
}

describe('the official signer', () => {
  const path = () => client.connectionPath(connectionIds.policy);
  const json = { 'content-type': 'application/json' };

  it('reads', async () => {
    expect((await send('GET', path(), { headers: json })).status).toBe(200);
  });

  it('reads with a query', async () => {
    const query = { marker: connectionIds.policy, limit: '2', vgw_id: 'a b+c/ä~!*' };
    const list = `/v5/${client.sandbox.projectId}/vpn-connection`;
    const answer = await send('GET', list, { query, headers: json });
    expect(answer.json.error_msg ?? '').not.toContain('signature');
    expect(answer.status).toBe(400); // The marker does not belong to that gateway.
  });

  it('updates', async () => {
    const data = { vpn_connection: { name: 'signed-by-the-sdk' } };
    const headers = { ...json, 'X-Project-Id': client.sandbox.projectId };
    const answer = await send('PUT', path(), { data, headers });
    expect(answer.json.vpn_connection.name).toBe('signed-by-the-sdk');
  });

  it('updates with a temporary key', async () => {
    const { temporaryAccessKey: key } = demoCredentials;
    const data = { vpn_connection: { name: 'temporary' } };
    const headers = { ...json, 'X-Security-Token': key.securityToken };
    expect((await send('PUT', path(), { data, headers }, key)).status).toBe(200);
  });
});
