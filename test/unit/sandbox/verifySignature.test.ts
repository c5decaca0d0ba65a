import { describe, expect, it } from 'vitest';
import { parseAuthorization } from '../../../client/src/sandbox/auth/authorizationHeader';
import { canonicalRequest, sha256Hex } from '../../../client/src/sandbox/auth/canonicalRequest';
import { verifySignature } from '../../../client/src/sandbox/auth/verifySignature';
import type { ApiRequest } from '../../../client/src/sandbox/http/apiRequest';

// The example of the API request signing guide: a published pair of keys and its signature.
const secretKey = 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc';
const header =
  'SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, ' +
  'Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe';
const signedAt = Date.parse('2019-11-15T03:36:55Z');
const documented: ApiRequest = {
  method: 'GET',
  path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
  query: 'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
  headers: [
    { name: 'content-type', value: 'application/json' },
    { name: 'host', value: 'service.region.example.com' },
    { name: 'x-sdk-date', value: '20191115T033655Z' },
  ],
  body: Buffer.alloc(0),
};
const authorization = parseAuthorization(header)!;
const verify = (request: Partial<ApiRequest>, now = signedAt) =>
  verifySignature({ ...documented, ...request }, authorization, secretKey, now).kind;

describe('verifySignature', () => {
  it('accepts the documented example', () => {
    expect(sha256Hex(canonicalRequest(documented, authorization.signedHeaders))).toBe(
      'b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a',
    );
    expect(verify({})).toBe('valid');
  });

  it.each<[string, Partial<ApiRequest>]>([
    ['method', { method: 'PUT' }],
    ['path', { path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcz' }],
    ['query', { query: 'limit=3&marker=13551d6b-755d-4757-b956-536f674975c0' }],
    ['a signed header', { headers: replaceHeader('content-type', 'text/plain') }],
    ['the host', { headers: replaceHeader('host', 'another.example.com') }],
    ['the date', { headers: replaceHeader('x-sdk-date', '20191115T033656Z') }],
    ['body', { body: Buffer.from(' ') }],
  ])('refuses a change of the %s', (_, change) => {
    expect(verify(change)).toBe('mismatch');
  });

  it.each<[string, Partial<ApiRequest>]>([
    ['order of the query', { query: 'marker=13551d6b-755d-4757-b956-536f674975c0&limit=2' }],
    ['trailing slash', { path: `${documented.path}/` }],
    [
      'unsigned header',
      { headers: [...documented.headers, { name: 'user-agent', value: 'anything' }] },
    ],
    ['blanks around a value', { headers: replaceHeader('host', '  service.region.example.com ') }],
    ['needless encoding', { path: '/v1/%37%37b6a44cba5143ab91d13ab9a8ff44fd/vpcs' }],
  ])('does not mind the %s', (_, change) => {
    expect(verify(change)).toBe('valid');
  });

  it.each([
    [15 * 60_000, 'valid'],
    [15 * 60_000 + 1, 'expired'],
    [-15 * 60_000, 'valid'],
    [-15 * 60_000 - 1, 'expired'],
  ])('at %i ms from the signature says %s', (distance, verdict) => {
    expect(verify({}, signedAt + distance)).toBe(verdict);
  });

  it('needs a date that is signed', () => {
    const host = { ...authorization, signedHeaders: ['host'] };
    expect(verifySignature(documented, host, secretKey, signedAt).kind).toBe('date-unsigned');
  });

  it.each(['', '2019-11-15T03:36:55Z', '20191315T033655Z', '20191115T033655'])(
    'takes %j for no date',
    (value) => {
      expect(verify({ headers: replaceHeader('x-sdk-date', value) })).toBe('date-missing');
    },
  );

  it('gives its own canonical request with a mismatch', () => {
    const verdict = verifySignature(documented, authorization, 'wrong', signedAt);
    expect(verdict).toEqual({
      kind: 'mismatch',
      canonicalRequest: [
        'GET',
        '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/',
        'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
        'content-type:application/json',
        'host:service.region.example.com',
        'x-sdk-date:20191115T033655Z',
        '',
        'content-type;host;x-sdk-date',
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      ].join('\n'),
    });
  });
});

describe('canonicalRequest', () => {
  const line = (request: Partial<ApiRequest>, index: number) =>
    canonicalRequest({ ...documented, headers: [], ...request }, []).split('\n')[index];

  it.each([
    ['B=2&a=1&A=3', 'A=3&B=2&a=1'],
    ['a=2&a=10&a=1', 'a=1&a=10&a=2'],
    ['flag', 'flag='],
    ['flag=&', 'flag='],
    ['k=a+b%2Bc', 'k=a%20b%2Bc'],
    ['k=%c3%a4', 'k=%C3%A4'],
    ["k=!'()*~", 'k=%21%27%28%29%2A~'],
    ['k=a=b', 'k=a%3Db'],
    ['', ''],
  ])('writes the query %j as %j', (query, expected) => {
    expect(line({ query }, 2)).toBe(expected);
  });

  it.each([
    ['/', '/'],
    ['/a%2Fb', '/a%2Fb/'],
    ['/a b', '/a%20b/'],
    ['/50%', '/50%25/'],
    ['/%C3%A4', '/%C3%A4/'],
  ])('writes the path %j as %j', (path, expected) => {
    expect(line({ path }, 1)).toBe(expected);
  });

  it('takes the hash that a client states literally', () => {
    const headers = [{ name: 'x-sdk-content-sha256', value: 'UNSIGNED-PAYLOAD' }];
    const lines = canonicalRequest({ ...documented, headers }, []).split('\n');
    expect(lines.at(-1)).toBe('UNSIGNED-PAYLOAD');
  });
});

describe('parseAuthorization', () => {
  it.each([
    header.replace('SDK-HMAC-SHA256', 'SDK-HMAC-SM3'),
    header.replace('SDK-HMAC-SHA256 ', 'SDK-HMAC-SHA256, '),
    header.slice(0, -1),
    `${header}0`,
    header.toUpperCase(),
    'Bearer token',
    '',
  ])('refuses %j', (text) => {
    expect(parseAuthorization(text)).toBeUndefined();
  });
});

function replaceHeader(name: string, value: string): ApiRequest['headers'] {
  return documented.headers.map((each) => (each.name === name ? { name, value } : each));
}
