// What an answer to a PUT says about the update: only the service itself can accept or reject it.
import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../client/src/core/cloud/verdict';
import { connectionId } from '../../support/client/exampleUpdate';
import { answer } from '../../support/client/fakeTransport';

const connection = { vpn_connection: { id: connectionId, name: 'site-a' }, request_id: 'r' };
const api = (code: string) => ({ error_code: code, error_msg: 'detail', request_id: 'r' });
const page = '<html><title>Blocked</title></html>';

describe('accepted', () => {
  test.each([200, 201, 202])('%i with the connection', (status) => {
    expect(verdictOf(answer(status, connection), connectionId)).toBe('accepted');
    expect(verdictOf(answer(status, connection), connectionId.toUpperCase())).toBe('accepted');
  });
});

describe('rejected', () => {
  test.each([
    [400, api('VPN.0001')],
    [400, { code: 'VPN.0013', message: 'detail' }],
    [401, api('APIGW.0301')],
    [401, { error: { code: 401, message: 'detail', title: 'Unauthorized' } }],
    [403, api('IAM.0002')],
    [404, { code: 'VPN.0004', message: 'detail' }],
    [409, api('VPN.0016')],
    [425, api('VPN.0009')],
    [429, api('APIG.0308')],
  ])('%i %j, which a component of the service wrote', (status, body) => {
    expect(verdictOf(answer(status, body), connectionId)).toBe('rejected');
  });
});

describe('unclear', () => {
  test.each<[number, unknown]>([
    [200, ''],
    [200, {}],
    [200, api('VPN.0001')],
    [200, { vpn_connection: {} }],
    [200, { vpn_connection: 5 }],
    [200, { vpn_connection: { id: '7f3c0000-0000-4000-8000-000000000000' } }],
    [200, page],
    [200, ' '.repeat(5_000_000)],
    [204, ''],
    [301, ''],
    [302, page],
    [303, ''],
    [307, api('APIGW.0301')],
    [400, page],
    [400, ''],
    [400, {}],
    [400, { message: 'blocked' }],
    [400, { error_code: 'DENIED', error_msg: 'blocked' }],
    [401, page],
    [403, 'Access denied by policy'],
    [404, '404 page not found'],
    [404, { error: 'no such route' }],
    [407, page],
    [408, api('APIGW.0201')],
    [413, page],
    [500, api('VPN.0002')],
    [502, ''],
    [503, page],
    [504, api('VPN.0014')],
  ])('%i %.60j', (status, body) => {
    expect(verdictOf(answer(status, body), connectionId)).toBe('unclear');
  });

  test.each([
    [200, connection],
    [400, api('VPN.0001')],
  ])('%i with a body that was cut', (status, body) => {
    const whole = answer(status, body);
    const cut = { ...whole, body: whole.body.slice(0, -1), truncated: true };
    expect(verdictOf(cut, connectionId)).toBe('unclear');
  });
});
