import { describe, expect, test } from 'vitest';
import type { HttpFailureCode, HttpResponse } from '../../../client/src/core/model/httpExchange';
import { readApiError, requestIdOf } from '../../../client/src/core/cloud/errors/apiError';
import { explainFailure } from '../../../client/src/core/cloud/errors/explainFailure';
import { explainResponse } from '../../../client/src/core/cloud/errors/explainResponse';
import { retryAfterMs } from '../../../client/src/core/cloud/errors/retryAfter';
import { codeAdvice, statusAdvice } from '../../../client/src/core/cloud/errors/errorTables';
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

const update = { method: 'PUT', url: 'https://h/v5/p/vpn-connection/c' } as const;
const explain = (response: HttpResponse) => explainResponse(response, update);

describe('explainResponse', () => {
  test.each(['VPN.0004', 'vpn.0004'])('takes a code as the service spells it: %s', (code) => {
    const body = { error_code: code, error_msg: 'detail', request_id: 'r' };
    expect(explain(answer(404, body))).toEqual({
      code,
      message: 'detail',
      advice: codeAdvice('VPN.0004'),
    });
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
    ['something new', "weren't accepted"],
  ])('tells failed authentications apart: %s', (message, words) => {
    const body = { error_code: 'APIGW.0301', error_msg: message };
    const { advice } = explain(answer(401, body));
    expect(advice.meaning).toContain(words);
    expect(advice.meaning.length + advice.remedy.length).toBeGreaterThan(20);
  });

  test('warns of the lock when a signature does not match', () => {
    const body = { error_code: 'APIGW.0301', error_msg: 'verify aksk signature fail' };
    expect(explain(answer(401, body)).advice.remedy).toContain('five minutes');
  });

  test.each([
    ['VPN.0003', 403],
    ['VPN.0007', 403],
    ['APIG.0302', 403],
    ['APIGW.0306', 403],
    ['IAM.0064', 401],
    ['VPN.9999', 403],
    [undefined, 403],
  ])('names the missing permission and what it depends on: %s', (code, status) => {
    const { remedy } = explain(answer(status, { code })).advice;
    expect(remedy).toBe(
      'Ask the administrator for vpn:vpnConnections:update in this project, with vpc:vpcs:list, vpc:vpcs:get, vpc:subnets:get, vpc:subnets:list, vpc:subNetworkInterfaces:update, vpc:publicIps:get, vpc:publicIps:list, vpc:bandwidths:list, vpc:ports:get, vpc:routeTables:update, vpc:routeTables:get.',
    );
  });

  test.each([
    ['GET', '/v5/p/vpn-connection/c', 'vpn:vpnConnections:get '],
    ['GET', '/v5/p/vpn-connection/c/log', 'vpn:vpnConnections:getLog '],
    ['GET', '/v5/p/vpn-connection?limit=1', 'vpn:vpnConnections:list '],
    ['GET', '/v5/p/vpn-gateways/g', 'vpn:vpnGateways:get '],
    ['GET', '/v5/p/vpn-gateways', 'vpn:vpnGateways:list '],
    ['GET', '/v5/p/customer-gateways/g', 'vpn:customerGateways:get '],
    ['GET', '/v5/p/customer-gateways', 'vpn:customerGateways:list '],
    ['POST', '/v3/auth/tokens', 'the permission '],
  ] as const)('names the permission for %s %s', (method, path, permission) => {
    const call = { method, url: `https://h${path}` };
    const { remedy } = explainResponse(answer(403, {}), call).advice;
    expect(remedy.startsWith(`Ask the administrator for ${permission}in this project`)).toBe(true);
  });

  test.each([
    ['User: x is not authorized to perform: vpc:ports:get on resource: y', 'vpc:ports:get'],
    [
      "Policy doesn't allow vpn:vpnConnections:update, vpc:ports:get, vpc:ports:get to be performed.",
      'vpn:vpnConnections:update, vpc:ports:get',
    ],
  ])('prefers the permission that the service names: %s', (message, named) => {
    const { remedy } = explain(answer(403, { code: 'VPN.0007', message })).advice;
    expect(remedy).toBe(
      `Ask the administrator for ${named} in this project: the service names it as missing.`,
    );
  });

  test.each(['at 10:20:30', 'urn:a:b:c', 'https://x:y:z'])(
    'does not take everything with colons for a permission: %s',
    (message) => {
      const { remedy } = explain(answer(403, { code: 'VPN.0007', message })).advice;
      expect(remedy).toContain('vpn:vpnConnections:update');
    },
  );

  test.each(['APIGW.0310', 'APIGW.0405', 'IAM.0082'])(
    'names no permission where none is missing: %s',
    (code) => {
      expect(explain(answer(403, { code })).advice.remedy).not.toContain('vpn:');
    },
  );

  test('falls back to the status for codes that it does not know', () => {
    const { code, advice } = explain(answer(409, { code: 'VPN.7777' }));
    expect(code).toBe('VPN.7777');
    expect(advice).toEqual(statusAdvice(409));
  });

  test.each([
    ['120', 'asks to wait 120 seconds'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'asks to wait until Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('repeats Retry-After: %s', (value, words) => {
    const { advice } = explain(answer(429, '', { 'retry-after': value }));
    expect(advice.remedy).toContain(words);
  });

  test.each([
    ...['-5', '1e9', 'abc', '1.5', '0x10', '999999999', '5; rm', 'abc 5', 'Wed', '2026-10-21'],
    ...['Xyz, 21 Xyz 2026 07:28:00 GMT', '[a](command:b)', '\u001b[31m5', ''],
  ])('shows no Retry-After that is none: %j', (value) => {
    const response = answer(429, '', { 'retry-after': value });
    expect(explain(response).advice.remedy).not.toContain('asks to wait');
    expect(retryAfterMs(response, 0)).toBeUndefined();
  });

  test('does not ask to wait where waiting is of no use', () => {
    const { advice } = explain(answer(403, '', { 'retry-after': '5' }));
    expect(advice.remedy).not.toContain('asks to wait');
  });

  test.each([400, 403])(
    'sends nobody to the administrator for the page of a proxy: %i',
    (status) => {
      const { remedy, actions } = explain(answer(status, '<html></html>')).advice;
      expect(remedy).toContain('check the proxy setting');
      expect(remedy).not.toContain('vpn:');
      expect(actions).toEqual([{ kind: 'open-setting', setting: 'http.proxy' }]);
    },
  );

  test('says that a page did not come from the API', () => {
    const { advice } = explain(answer(502, '<html><title>nginx</title></html>'));
    expect(advice.meaning).toContain('not one of the API');
    expect(explain(answer(502, {})).advice.meaning).not.toContain('not one of the API');
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
    [404, 'Nothing was found', 'no'],
    [405, 'method', 'no'],
    [406, 'JSON', 'no'],
    [407, 'proxy', 'no'],
    [408, 'in time', 'wait'],
    [409, 'state', 'wait'],
    [413, 'too large', 'no'],
    [414, 'too long', 'no'],
    [418, 'rejected', 'no'],
    [425, 'deleted', 'no'],
    [429, 'Too many', 'wait'],
    [494, 'headers', 'no'],
    [500, 'internal error', 'wait'],
    [501, 'internal error', 'wait'],
    [502, 'invalid response', 'wait'],
    [503, "isn't available", 'wait'],
    [504, 'timed out', 'wait'],
    [599, 'internal error', 'wait'],
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
