import { clockAt } from '../../support/client/clockAt';
import { describe, expect, test } from 'vitest';
import { authorize } from '../../../client/src/core/cloud/signing/authorize';
import { canonicalRequest } from '../../../client/src/core/cloud/signing/canonicalRequest';
import { signRequest } from '../../../client/src/core/cloud/signing/signer';
import type { HttpRequest } from '../../../client/src/core/model/httpExchange';
import { nodeCrypto } from '../../../client/src/transports/nodeCrypto';

/** The public sample of the API Signing Guide. */
const key = {
  kind: 'access-key',
  accessKey: 'QTWAOYTTINDUT2QVKYUC',
  secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
} as const;
const sampleTime = Date.UTC(2019, 10, 15, 3, 36, 55, 999);
const sample: HttpRequest = {
  method: 'GET',
  url: 'https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
  headers: { 'content-type': 'application/json' },
};

describe('the documented sample', () => {
  test('has the published canonical request hash', () => {
    const headers = {
      'content-type': 'application/json',
      host: 'service.region.example.com',
      'x-sdk-date': '20191115T033655Z',
    };
    const { text, signedHeaders } = canonicalRequest(sample, headers, nodeCrypto);
    expect(signedHeaders).toBe('content-type;host;x-sdk-date');
    expect(nodeCrypto.sha256Hex(text)).toBe(
      'b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a',
    );
  });

  test('has the published signature', () => {
    const headers = signRequest(sample, key, nodeCrypto, sampleTime);
    expect(headers).toEqual({
      'content-type': 'application/json',
      'X-Sdk-Date': '20191115T033655Z',
      Authorization:
        'SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
    });
  });
});

describe('the canonical request', () => {
  const lines = (request: Partial<HttpRequest>, headers: Record<string, string> = {}): string[] =>
    canonicalRequest({ ...sample, ...request }, headers, nodeCrypto).text.split('\n');

  test.each([
    ['https://h.example', '/'],
    ['https://h.example/a', '/a/'],
    ['https://h.example/a/', '/a/'],
    ['https://h.example/a//b', '/a//b/'],
    ["https://h.example/a!'()*b", '/a%21%27%28%29%2Ab/'],
    ['https://h.example/%C3%A9', '/%C3%A9/'],
    ['https://h.example/é~._-', '/%C3%A9~._-/'],
    ['https://h.example/a%20b%2bc', '/a%20b%2Bc/'],
    ['https://h.example/100%', '/100%25/'],
  ])('spells the path of %s as %s', (url, path) => {
    expect(lines({ url })[1]).toBe(path);
  });

  test.each([
    ['?b=2&a=1&B=3', 'B=3&a=1&b=2'],
    ['?a=2&a=1&a=', 'a=&a=1&a=2'],
    ['?flag', 'flag='],
    ['?q=a+b%20c/d', 'q=a%20b%20c%2Fd'],
    ['', ''],
  ])('orders the query %s as %s', (query, expected) => {
    expect(lines({ url: `https://h.example/${query}` })[2]).toBe(expected);
  });

  test('trims header values, lower-cases and orders names, and leaves a line before the names', () => {
    const text = lines({}, { 'X-B': '  two ', 'x-a': 'One' });
    expect(text.slice(3, 7)).toEqual(['x-a:One', 'x-b:two', '', 'x-a;x-b']);
  });

  test('hashes the exact bytes of the body, and nothing as nothing', () => {
    expect(lines({ body: '{ "a": "é" }' }).at(-1)).toBe(nodeCrypto.sha256Hex('{ "a": "é" }'));
    expect(lines({}).at(-1)).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  test('takes a stated body hash literally', () => {
    const text = lines({ body: 'x' }, { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' });
    expect(text.at(-1)).toBe('UNSIGNED-PAYLOAD');
  });
});

describe('authorize', () => {
  const ports = { crypto: nodeCrypto, clock: clockAt(() => sampleTime) };

  test('signs the project for an access key', () => {
    const { headers } = authorize(sample, key, 'p1', ports);
    expect(headers['X-Project-Id']).toBe('p1');
    expect(headers['Authorization']).toContain(
      'SignedHeaders=content-type;host;x-project-id;x-sdk-date,',
    );
  });

  test('signs and sends the security token of a temporary key', () => {
    const temporary = { ...key, kind: 'temporary-access-key', securityToken: 'tok' } as const;
    const { headers } = authorize(sample, temporary, 'p1', ports);
    expect(headers['X-Security-Token']).toBe('tok');
    expect(headers['Authorization']).toContain(
      'SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token,',
    );
  });

  test('sends a token as it is, without a signature', () => {
    const { headers } = authorize(sample, { kind: 'token', token: 'tok' }, 'p1', ports);
    expect(headers).toEqual({ 'content-type': 'application/json', 'X-Auth-Token': 'tok' });
  });

  test('keeps the project header to ASCII', () => {
    const { headers } = authorize(sample, key, 'é\n', ports);
    expect(headers['X-Project-Id']).toBe('%C3%A9%0A');
  });

  test('signs the host with its port', () => {
    const withPort = { ...sample, url: 'http://127.0.0.1:8080/' };
    const one = authorize(withPort, key, 'p1', ports).headers['Authorization'];
    const other = authorize({ ...sample, url: 'http://127.0.0.1/' }, key, 'p1', ports);
    expect(one).not.toBe(other.headers['Authorization']);
  });
});
