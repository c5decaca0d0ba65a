import { describe, expect, test } from 'vitest';
import type { HttpFailureCode } from '../../../client/src/core/httpExchange';
import { readApiError, requestIdOf } from '../../../client/src/core/response/apiError';
import { explainFailure } from '../../../client/src/core/response/explainFailure';
import { explainResponse } from '../../../client/src/core/response/explainResponse';
import { gatewayErrors } from '../../../client/src/core/response/gatewayErrors';
import { statusAdvice, updatePermissions } from '../../../client/src/core/response/statusAdvice';
import { vpnErrors } from '../../../client/src/core/response/vpnErrors';
import { answer, failure } from '../../support/client/fakeTransport';

describe('readApiError', () => {
  test.each([
    [
      'the gateway and the update page',
      { error_code: 'VPN.0001', error_msg: 'invalid request', request_id: 'r' },
      { shape: 'api', code: 'VPN.0001', message: 'invalid request' },
    ],
    [
      'the error code page',
      { code: 'VPN.0004', message: 'not found' },
      { shape: 'api', code: 'VPN.0004', message: 'not found' },
    ],
    [
      'IAM',
      { error: { code: 401, message: 'please authenticate', title: 'Unauthorized' } },
      { shape: 'api', code: '401', message: 'please authenticate' },
    ],
    [
      'IAM with a title only',
      { error: { code: 403, title: 'Forbidden' } },
      { shape: 'api', code: '403', message: 'Forbidden' },
    ],
    ['a message alone', { message: ' hello ' }, { shape: 'api', message: 'hello' }],
    ['other JSON', { ok: true }, { shape: 'json' }],
    ['error as text', { error: 'no' }, { shape: 'json' }],
    ['codes that are no text', { code: {}, message: [] }, { shape: 'json' }],
    ['blank members', { error_code: ' ', error_msg: '' }, { shape: 'json' }],
    ['nothing', '', { shape: 'empty' }],
    ['blanks', ' \r\n', { shape: 'empty' }],
    ['cut JSON', '{"error_code":"VPN.00', { shape: 'unreadable' }],
    ['a list', '[1]', { shape: 'unreadable' }],
    [
      'HTML',
      '<!DOCTYPE html><html><head><title> 502 Bad Gateway </title></head></html>',
      { shape: 'html', message: '502 Bad Gateway' },
    ],
    ['HTML without a title', '<html></html>', { shape: 'html' }],
    ['text', 'upstream\nconnect error', { shape: 'text', message: 'upstream' }],
    ['long text', 'x'.repeat(201), { shape: 'text', message: `${'x'.repeat(200)}…` }],
  ])('reads %s', (_what, body, expected) => {
    expect(readApiError(answer(400, body))).toEqual(expected);
  });

  test('finds the request id in the body, else in the header', () => {
    const headers = { 'x-request-id': 'from-header' };
    expect(requestIdOf(answer(200, { request_id: 'from-body' }, headers))).toBe('from-body');
    expect(requestIdOf(answer(200, {}, headers))).toBe('from-header');
    expect(requestIdOf(answer(502, '<html>', headers))).toBe('from-header');
    expect(requestIdOf(answer(200, {}))).toBeUndefined();
  });
});

/** Every code that the error pages list for an update or a read, with the status it comes with. */
const vpnCodes: readonly (readonly [string, number, 'wait' | 'no'])[] = [
  ['0001', 400, 'no'],
  ['0002', 500, 'wait'],
  ['0003', 403, 'no'],
  ['0004', 404, 'no'],
  ['0005', 500, 'wait'],
  ['0006', 500, 'wait'],
  ['0007', 403, 'no'],
  ['0009', 425, 'no'],
  ['0010', 401, 'no'],
  ['0012', 400, 'no'],
  ['0013', 400, 'no'],
  ['0014', 504, 'wait'],
  ['0015', 400, 'no'],
  ['0016', 409, 'wait'],
  ['0017', 409, 'wait'],
  ['0018', 400, 'no'],
  ['0030', 400, 'wait'],
  ['0031', 400, 'wait'],
  ['0203', 400, 'no'],
  ['0204', 400, 'no'],
  ['0218', 400, 'no'],
  ['0219', 400, 'no'],
  ['0220', 400, 'no'],
  ['0304', 400, 'no'],
  ['0305', 400, 'no'],
  ['0306', 400, 'wait'],
  ['0381', 400, 'no'],
  ['0429', 429, 'wait'],
  ['0506', 400, 'wait'],
  ['0507', 400, 'wait'],
  ['0508', 400, 'no'],
  ['0509', 404, 'no'],
];
const gatewayCodes: readonly (readonly [string, number, 'wait' | 'no'])[] = [
  ['0101', 404, 'no'],
  ['0103', 404, 'no'],
  ['0201', 413, 'wait'],
  ['0301', 401, 'no'],
  ['0302', 403, 'no'],
  ['0303', 401, 'no'],
  ['0305', 401, 'no'],
  ['0306', 403, 'no'],
  ['0307', 401, 'no'],
  ['0308', 429, 'wait'],
  ['0310', 403, 'no'],
  ['0405', 403, 'no'],
  ['0502', 405, 'no'],
  ['0601', 500, 'wait'],
  ['0613', 503, 'wait'],
  ['0802', 403, 'no'],
];

describe('explainResponse', () => {
  test.each(vpnCodes)('explains VPN.%s (%i)', (digits, status, again) => {
    const body = { error_code: `VPN.${digits}`, error_msg: 'detail', request_id: 'r' };
    const { code, message, advice } = explainResponse(answer(status, body));
    expect({ code, message, again: advice.again }).toEqual({
      code: `VPN.${digits}`,
      message: 'detail',
      again,
    });
    expect(advice.meaning).toBe(vpnErrors[digits]?.meaning);
  });

  test.each(['APIGW', 'APIG', 'apigw'])(
    'explains every gateway code with the prefix %s',
    (prefix) => {
      for (const [digits, status, again] of gatewayCodes) {
        const { advice } = explainResponse(answer(status, { error_code: `${prefix}.${digits}` }));
        expect({ digits, meaning: advice.meaning, again: advice.again }).toEqual({
          digits,
          meaning: gatewayErrors[digits]?.meaning,
          again,
        });
      }
    },
  );

  test('the tables hold nothing that is not listed here', () => {
    expect(Object.keys(vpnErrors).sort()).toEqual(vpnCodes.map(([digits]) => digits));
    expect(Object.keys(gatewayErrors).sort()).toEqual(gatewayCodes.map(([digits]) => digits));
  });

  test.each([
    ['verify aksk signature fail', 'does not match'],
    [
      'Incorrect IAM authentication information: verify ak sk signature fail, canonicalRequest:PUT|/ak not found/|x-sdk-date:20261123T143105Z|',
      'does not match',
    ],
    [
      'Incorrect IAM authentication information: ak HPUAxxx not exist',
      'does not know the access key',
    ],
    ['Incorrect IAM authentication information: Signature expired', 'too old or too new'],
    ['Incorrect IAM authentication information: decrypt token fail', 'token cannot be read'],
    [
      'Incorrect IAM authentication information: AK access failed to reach the limit, forbidden: locked',
      'locked',
    ],
    ['something new', 'not accepted'],
  ])('tells failed authentications apart: %s', (message, words) => {
    const body = { error_code: 'APIGW.0301', error_msg: message };
    const { advice } = explainResponse(answer(401, body));
    expect(advice.meaning).toContain(words);
    expect(advice.meaning.length + advice.remedy.length).toBeGreaterThan(20);
  });

  test('warns of the lock when a signature does not match', () => {
    const body = { error_code: 'APIGW.0301', error_msg: 'verify aksk signature fail' };
    expect(explainResponse(answer(401, body)).advice.remedy).toContain('five minutes');
  });

  test.each([
    ['VPN.0007', 403],
    ['APIG.0302', 403],
    ['VPN.9999', 403],
    [undefined, 403],
  ])('names the missing permission and what it depends on: %s', (code, status) => {
    const { remedy } = explainResponse(answer(status, { code })).advice;
    expect(remedy).toContain(updatePermissions.needed);
    expect(updatePermissions.dependencies.filter((name) => !remedy.includes(name))).toEqual([]);
  });

  test('falls back to the status for codes that it does not know', () => {
    const { code, advice } = explainResponse(answer(409, { code: 'VPN.7777' }));
    expect(code).toBe('VPN.7777');
    expect(advice).toEqual(statusAdvice(409));
  });

  test.each([
    ['120', 'asks to wait 120 seconds'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'asks to wait until Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('repeats Retry-After: %s', (value, words) => {
    const { advice } = explainResponse(answer(429, '', { 'retry-after': value }));
    expect(advice.remedy).toContain(words);
  });

  test('does not ask to wait where waiting is of no use', () => {
    const { advice } = explainResponse(answer(403, '', { 'retry-after': '5' }));
    expect(advice.remedy).not.toContain('asks to wait');
  });

  test('says that a page did not come from the API', () => {
    const { advice } = explainResponse(answer(502, '<html><title>nginx</title></html>'));
    expect(advice.meaning).toContain('not one of the API');
    expect(explainResponse(answer(502, {})).advice.meaning).not.toContain('not one of the API');
  });
});

describe('statusAdvice', () => {
  test.each([
    [301, 'redirect', 'no'],
    [302, 'redirect', 'no'],
    [307, 'redirect', 'no'],
    [399, 'redirect', 'no'],
    [400, 'invalid', 'no'],
    [401, 'credentials', 'no'],
    [403, 'permission', 'no'],
    [404, 'leads to nothing', 'no'],
    [405, 'method', 'no'],
    [406, 'JSON', 'no'],
    [407, 'proxy', 'no'],
    [408, 'in time', 'wait'],
    [409, 'state', 'wait'],
    [413, 'too large', 'no'],
    [418, 'refused', 'no'],
    [425, 'deleted', 'no'],
    [429, 'Too many', 'wait'],
    [500, 'failed inside', 'wait'],
    [501, 'failed inside', 'wait'],
    [502, 'proper answer', 'wait'],
    [503, 'not available', 'wait'],
    [504, 'in vain', 'wait'],
    [599, 'failed inside', 'wait'],
  ])('%i: %s', (status, words, again) => {
    const advice = statusAdvice(status);
    expect(advice.meaning).toContain(words);
    expect(advice.again).toBe(again);
    expect(advice.remedy).not.toBe('');
  });
});

describe('explainFailure', () => {
  const all: readonly HttpFailureCode[] = [
    'timed-out',
    'cancelled',
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
    'malformed-response',
    'unknown',
  ];

  test.each(all)('gives a sentence and a remedy for %s', (code) => {
    const result = failure(code);
    const { message, remedy } = explainFailure(result as never, 'vpn.example.com', 30_000);
    expect(message).toMatch(/^[A-Zv].*\.$/);
    expect(remedy).toMatch(/\.$/);
    expect(`${message}${remedy}`).not.toMatch(/[{}]/);
  });

  test('names host and time-out', () => {
    const explained = explainFailure(failure('timed-out') as never, 'vpn.example.com', 1500);
    expect(explained.message).toBe('vpn.example.com did not answer within 1.5 seconds.');
  });

  test('never suggests to switch the certificate check off', () => {
    const { remedy } = explainFailure(failure('certificate-untrusted') as never, 'h', 1);
    expect(remedy).toContain('cannot be switched off');
  });
});
