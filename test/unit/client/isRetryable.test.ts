// The one answer to "is this failure temporary".
import { describe, expect, test } from 'vitest';
import type { HttpFailure, HttpFailureCode } from '../../../client/src/core/model/httpExchange';
import type { Obstacle } from '../../../client/src/core/model/obstacle';
import { isRetryable } from '../../../client/src/core/cloud/isRetryable';
import { answer, failure } from '../../support/client/fakeTransport';

const api = (code: string) => ({ error_code: code, error_msg: 'detail', request_id: 'r' });
const iam = (code: number | string) => ({ error: { code, message: 'detail', title: 'title' } });
const page = '<html><title>Login</title></html>';

describe('an answer', () => {
  test.each([
    [408, api('APIGW.0201')],
    [425, api('VPN.0009')],
    [429, api('APIGW.0308')],
    [500, api('VPN.0002')],
    [500, api('VPN.9999')],
    [503, { error_code: 'APIGW.9999', error_msg: 'new' }],
    [500, iam(500)],
    [501, api('VPN.9999')],
    [511, api('APIGW.9999')],
    [502, ''],
    [503, page],
    [504, 'upstream timed out'],
    [599, ''],
    [301, ''],
    [307, page],
    [400, page],
    [401, page],
    [401, 'Please log in to the network.'],
    [403, page],
    [403, ''],
    [403, { message: 'blocked by policy' }],
    [404, page],
    [404, '404 page not found'],
    [404, { error: 'no such route' }],
    [407, page],
    [409, api('VPN.0016')],
    [400, api('VPN.0306')],
    [429, iam(429)],
  ])('%i %j is temporary', (status, body) => {
    expect(isRetryable(answer(status, body))).toBe(true);
  });

  test.each([
    [200, { vpn_connection: {} }],
    [204, ''],
    [400, api('VPN.0001')],
    [400, { code: 'VPN.0013', message: 'detail' }],
    [401, api('APIGW.0301')],
    [401, iam(401)],
    [401, iam('1103')],
    // Who wrote these can't be known, and asking again could lock the access key.
    [401, ''],
    [401, {}],
    [403, api('APIGW.0302')],
    [403, iam(403)],
    [404, { code: 'VPN.0004', message: 'not found' }],
  ])('%i %j is not', (status, body) => {
    expect(isRetryable(answer(status, body))).toBe(false);
  });

  test('that the access key is locked is not: asking again extends the lock', () => {
    const message = 'AK access failed to reach the limit, forbidden: locked';
    expect(isRetryable(answer(401, { ...api('APIGW.0301'), error_msg: message }))).toBe(false);
  });
});

describe('no answer', () => {
  const temporary: readonly HttpFailureCode[] = [
    'timed-out',
    'host-not-found',
    'connection-refused',
    'host-unreachable',
    'connection-lost',
    'certificate-untrusted',
    'certificate-expired',
    'certificate-wrong-host',
    'tls-failed',
    'proxy-authentication',
    'proxy-failed',
    'proxy-unreachable',
    'malformed-response',
    'unknown',
  ];

  test.each(temporary)('because of %s is temporary', (code) => {
    expect(isRetryable(failure(code))).toBe(true);
  });

  test('because it was cancelled is not', () => {
    expect(isRetryable(failure('cancelled'))).toBe(false);
  });

  test.each<[Obstacle['kind'], boolean]>([
    ['later', true],
    ['credentials-rejected', false],
    ['refused', false],
  ])('because IAM gave no token (%s): %s', (kind, expected) => {
    const problem = { code: 'iam-answer', message: '', remedy: '', actions: [] };
    const without = failure('no-token', 'no') as HttpFailure;
    expect(isRetryable({ ...without, obstacle: { kind, problem } })).toBe(expected);
  });
});
