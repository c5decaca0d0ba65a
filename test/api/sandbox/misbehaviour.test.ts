import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import type { Misbehaviour } from '../../../client/src/sandbox/faults/misbehaviour';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { useSandbox } from '../../support/sandboxClient';
import { rawExchange } from '../../support/sandboxRawExchange';
import { signedHeaders } from '../../support/sandboxSigner';

const client = useSandbox({ settleMs: 0 });
const path = () => client.connectionPath(connectionIds.policy);
const rename = () => client.update(connectionIds.policy, { name: 'renamed' });
const storedName = async (): Promise<string> => (await client.get(path())).json.vpn_connection.name;

/** The next PUT goes wrong in this way. */
const misbehave = (misbehaviour: Misbehaviour) => {
  client.sandbox.misbehave({ match: { method: 'PUT' }, ...misbehaviour });
};

const rawRename = () => {
  const url = client.sandbox.endpoint + path();
  const body = '{"vpn_connection":{"name":"renamed"}}';
  const type = { 'content-type': 'application/json' };
  const toSign = { method: 'PUT', url, body };
  const headers = signedHeaders(demoCredentials.accessKey, toSign, client.clock.now, type);
  return rawExchange(url, { method: 'PUT', headers, body });
};

describe('a status', () => {
  it.each([
    [400, 'VPN.0001'],
    [401, 'APIGW.0301'],
    [403, 'APIGW.0302'],
    [404, 'VPN.0004'],
    [405, 'APIGW.0502'],
    [406, 'VPN.0002'],
    [408, 'VPN.0002'],
    [409, 'VPN.0016'],
    [413, 'APIGW.0201'],
    [425, 'VPN.0009'],
    [429, 'VPN.0429'],
    [500, 'VPN.0002'],
    [501, 'VPN.0002'],
    [502, 'APIGW.0201'],
    [503, 'APIGW.0613'],
    [504, 'VPN.0014'],
  ])('of %i comes with %s and changes nothing', async (status, error_code) => {
    misbehave({ kind: 'status', status });
    const answer = await rename();
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({
      error_code,
      error_msg: expect.any(String),
      request_id: answer.headers.get('x-request-id'),
    });
    expect(await storedName()).toBe('site-a');
  });

  // Seen as bytes, because fetch takes a 407 for a failure of the network.
  it('asks for authentication when it is 407', async () => {
    misbehave({ kind: 'status', status: 407 });
    const { bytes } = await rawRename();
    expect(bytes).toMatch(/^HTTP\/1\.1 407 /);
    expect(bytes).toContain('proxy-authenticate: Basic');
    expect(await storedName()).toBe('site-a');
  });

  it('comes in the shape of the VPN service', async () => {
    misbehave({ kind: 'status', status: 409, shape: 'vpn', code: 'VPN.0017', message: 'busy' });
    expect((await rename()).json).toEqual({ code: 'VPN.0017', message: 'busy' });
  });

  it('comes in the shape of IAM', async () => {
    misbehave({ kind: 'status', status: 403, shape: 'iam', message: 'no' });
    expect((await rename()).json).toEqual({
      error: { code: 403, message: 'no', title: 'Forbidden' },
    });
  });

  it('comes as a page', async () => {
    misbehave({ kind: 'status', status: 502, shape: 'html' });
    const answer = await rename();
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain('<h1>502 Bad Gateway</h1>');
  });

  it('can hide that the change was made', async () => {
    misbehave({ kind: 'status', status: 504, change: 'applied' });
    expect((await rename()).status).toBe(504);
    expect(await storedName()).toBe('renamed');
  });
});

describe('throttling', () => {
  it.each(['7', 'Wed, 21 Oct 2026 07:28:00 GMT'])('says to retry after %s', async (retryAfter) => {
    misbehave({ kind: 'throttle', retryAfter });
    const answer = await rename();
    expect([answer.status, answer.json.error_code]).toEqual([429, 'APIGW.0308']);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(await storedName()).toBe('site-a');
  });
});

describe('a body that is not what it should be', () => {
  it('is a page', async () => {
    misbehave({ kind: 'html' });
    const answer = await rename();
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  it('is empty', async () => {
    misbehave({ kind: 'empty-body' });
    const answer = await rename();
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('content-length')).toBe('0');
  });

  it('is none, with 204', async () => {
    misbehave({ kind: 'no-content' });
    const answer = await rename();
    expect([answer.status, answer.text]).toEqual([204, '']);
  });

  it('is JSON that breaks off', async () => {
    misbehave({ kind: 'truncated-json' });
    const answer = await rename();
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"vpn_connection":\{/);
    expect(answer.json).toBeUndefined();
  });

  it('is not UTF-8', async () => {
    misbehave({ kind: 'invalid-utf8' });
    const { bytes } = await rawRename();
    expect(bytes).toContain('\u00c3(\u00ff"');
  });

  it.each(['html', 'empty-body', 'no-content', 'truncated-json', 'invalid-utf8'] as const)(
    '(%s) hides that the change was made',
    async (kind) => {
      misbehave({ kind });
      await rename();
      expect(await storedName()).toBe('renamed');
    },
  );
});

describe('a cut connection', () => {
  it.each([
    ['cut-before-applying', 'site-a'],
    ['cut-after-applying', 'renamed'],
    ['cut-in-headers', 'renamed'],
    ['cut-in-body', 'renamed'],
  ] as const)('%s fails the request and leaves the name %s', async (kind, name) => {
    misbehave({ kind });
    await expect(rename()).rejects.toThrow();
    expect(await storedName()).toBe(name);
    const [entry] = client.sandbox.requests;
    expect(entry).toMatchObject({
      outcome: 'cut',
      misbehaviour: kind,
      authenticated: 'access-key',
    });
  });

  it.each([
    ['cut-before-applying', /^$/],
    ['cut-after-applying', /^$/],
    ['cut-in-headers', /^HTTP\/1\.1 200 OK\r\ncontent-ty$/],
    ['cut-in-body', /\r\n\r\n\{"vpn_connection":\{.*[^}]$/s],
  ] as const)('%s has sent just that much', async (kind, expected) => {
    misbehave({ kind });
    expect((await rawRename()).bytes).toMatch(expected);
  });
});

describe('slowness', () => {
  it('delays the headers', async () => {
    misbehave({ kind: 'delay', ms: 150 });
    const answer = await rawRename();
    expect(answer.firstByteMs).toBeGreaterThanOrEqual(145);
    expect(answer.bytes).toContain('"name":"renamed"');
  });

  it('delays the body', async () => {
    misbehave({ kind: 'slow-body', ms: 200 });
    const answer = await rawRename();
    expect(answer.endMs).toBeGreaterThanOrEqual(190);
    expect(answer.endMs - answer.firstByteMs).toBeGreaterThanOrEqual(140);
    expect(answer.bytes).toContain('"name":"renamed"');
  });

  it.each([
    ['before-applying', 'site-a'],
    ['after-applying', 'renamed'],
  ] as const)('%s, a client that gives up leaves the name %s', async (when, name) => {
    misbehave({ kind: 'delay', ms: 600_000, when });
    const giveUp = new AbortController();
    const body = '{"vpn_connection":{"name":"renamed"}}';
    const headers = { 'content-type': 'application/json' };
    const put = client.send('PUT', path(), { body, headers, signal: giveUp.signal });
    await expect.poll(() => client.sandbox.requests[0]?.outcome).toBe('answering');
    giveUp.abort();
    await expect(put).rejects.toThrow('aborted');
    await expect.poll(() => client.sandbox.requests[0]?.outcome).toBe('client-left');
    expect(await storedName()).toBe(name);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308] as const)('with %i leads to another host', async (status) => {
    misbehave({ kind: 'redirect', status });
    const answer = await rename();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(`http://another-host.invalid${path()}`);
    expect(await storedName()).toBe('site-a');
  });

  it('leads where it is told to', async () => {
    misbehave({ kind: 'redirect', location: 'http://127.0.0.1:1/x' });
    expect((await rename()).headers.get('location')).toBe('http://127.0.0.1:1/x');
  });
});

describe('too much', () => {
  it('is a body of 50 MB by default', async () => {
    misbehave({ kind: 'huge-body' });
    const answer = await rename();
    expect(answer.text.length).toBe(50 * 1024 ** 2);
    expect(answer.json).toHaveProperty('padding');
  });

  it.each([64, 1024 ** 2, 1024 ** 2 + 1])('is exactly %i bytes when told so', async (bytes) => {
    misbehave({ kind: 'huge-body', bytes });
    expect((await rename()).text.length).toBe(bytes);
  });

  it('unpacks to a thousand times its size', async () => {
    const bytes = 32 * 1024 ** 2;
    misbehave({ kind: 'gzip-bomb', bytes });
    const packed = await fetchPacked();
    expect(packed.length).toBeLessThan(bytes / 500);
    expect(gunzipSync(packed).length).toBe(bytes);
  });

  it('stops when the client has seen enough', async () => {
    misbehave({ kind: 'huge-body', bytes: 4 * 1024 ** 3 });
    const response = await startPacked();
    response.destroy();
    await expect.poll(() => client.sandbox.requests[0]?.outcome).toBe('client-left');
  });
});

describe('a clock that is off', () => {
  it.each([20 * 60_000, -20 * 60_000])('by %i ms refuses right signatures', async (ms) => {
    misbehave({ kind: 'clock-skew', ms });
    const answer = await rename();
    expect(answer.status).toBe(401);
    expect(answer.json.error_msg).toContain('signature expired');
    expect(answer.headers.get('date')).toBe(new Date(client.clock.now + ms).toUTCString());
  });

  it('is otherwise the clock of the sandbox', async () => {
    expect((await rename()).headers.get('date')).toBe(new Date(client.clock.now).toUTCString());
  });
});

describe('several instructions', () => {
  it('are used up in order, and then all is well', async () => {
    misbehave({ kind: 'status', status: 503 });
    misbehave({ kind: 'status', status: 409 });
    const statuses = [await rename(), await rename(), await rename()].map((each) => each.status);
    expect(statuses).toEqual([503, 409, 200]);
  });

  it('concern matching requests alone', async () => {
    client.sandbox.misbehave({ kind: 'html', match: { path: 'vpn-gateways' }, times: 'always' });
    expect(await storedName()).toBe('site-a');
    const gateways = await client.get(`/v5/${client.sandbox.projectId}/vpn-gateways`);
    expect(gateways.text).toMatch(/^<!DOCTYPE html>/);
  });

  it('are gone after a reset', async () => {
    client.sandbox.misbehave({ kind: 'html', times: 'always' });
    client.sandbox.reset();
    expect(await storedName()).toBe('site-a');
  });
});

/** The response to a signed PUT before anything is unpacked. */
async function startPacked() {
  const url = client.sandbox.endpoint + path();
  const body = '{"vpn_connection":{"name":"renamed"}}';
  const type = { 'content-type': 'application/json' };
  const toSign = { method: 'PUT', url, body };
  const headers = signedHeaders(demoCredentials.accessKey, toSign, client.clock.now, type);
  const request = httpRequest(url, { method: 'PUT', headers });
  request.end(body);
  const [response] = await once(request, 'response');
  return response as IncomingMessage;
}

async function fetchPacked(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await startPacked()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
