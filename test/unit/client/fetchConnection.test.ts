// What one GET of a connection comes to, for everything that repeats it.
import { describe, expect, test } from 'vitest';
import { fetchConnection } from '../../../client/src/core/cloud/fetchConnection';
import type { Login } from '../../../client/src/core/model/credentials';
import type { RemoteConnection } from '../../../client/src/core/model/remoteConnection';
import { cancelSource } from '../../support/client/cancelSource';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { accessKey, fakeClient } from '../../support/client/fakeClient';
import { answer, failure, fakeTransport, type Step } from '../../support/client/fakeTransport';

const connection: RemoteConnection = {
  url: `https://vpn.eu-west-101.myhuaweicloud.com/v5/${projectId}/vpn-connection/${connectionId}`,
  projectId,
  connectionId,
  target: { kind: 'regional', region: 'eu-west-101' },
  label: 'Region eu-west-101',
};
const password: Login = {
  kind: 'password',
  user: 'operator',
  password: 'Iam-Password/42',
  domain: 'account',
  iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.com',
};
const page = '<html><title>Login</title></html>';
const api = (code: string, message = 'detail') => ({ error_code: code, error_msg: message });
const iam = (code: number | string, message = 'detail') => ({
  error: { code, message, title: 'title' },
});

async function fetchWith(login: Login, ...script: readonly Step[]) {
  const transport = fakeTransport(...script);
  const given = fakeClient({ reading: 'sent', ports: { transport } });
  const context = { ...given.ports, redactor: given.redactor };
  const fetched = await fetchConnection(context, connection, login, cancelSource().signal);
  return { fetched, sent: transport.sent.length };
}

describe('a success', () => {
  test.each([connectionId, connectionId.toUpperCase()])(
    'with the ID %s is the connection',
    async (id) => {
      const body = { vpn_connection: { id, status: 'DOWN' }, request_id: 'r' };
      const { fetched } = await fetchWith(accessKey, answer(200, body));
      expect(fetched).toEqual({
        kind: 'fetched',
        remote: body,
        status: { kind: 'down', text: 'DOWN' },
      });
    },
  );

  test.each<[string, unknown]>([
    ['an error', api('VPN.0001')],
    ['nothing', {}],
    ['a number', { vpn_connection: 5 }],
    ['another connection', { vpn_connection: { id: '7f3c0000-0000-4000-8000-000000000000' } }],
    ['no ID', { vpn_connection: { name: 'site-a', status: 'ACTIVE' } }],
    ['an ID that is no text', { vpn_connection: { id: 5 } }],
    ['a list', [{ vpn_connection: { id: connectionId } }]],
    ['a page', page],
    ['an empty body', ''],
  ])('with %s is not: ask later', async (_what, body) => {
    const { fetched } = await fetchWith(accessKey, answer(200, body));
    expect(fetched).toMatchObject({ kind: 'later', problem: { code: 'not-the-api' } });
  });

  test('whose body was cut is not', async () => {
    const body = { vpn_connection: { id: connectionId } };
    const cut = { ...answer(200, body), truncated: true };
    expect((await fetchWith(accessKey, cut)).fetched.kind).toBe('later');
  });
});

describe('temporary', () => {
  test.each<[string, Step]>([
    ['a time-out', failure('timed-out')],
    ['no network', failure('host-not-found', 'no')],
    ['a proxy that fails', failure('proxy-unreachable', 'no')],
    ['500', answer(500, api('VPN.0002'))],
    ['a portal', answer(401, page)],
    ['a firewall', answer(403, page)],
    ['a server without the API', answer(404, '404 page not found')],
    ['a redirect', answer(302)],
  ])('%s', async (_what, step) => {
    expect((await fetchWith(accessKey, step)).fetched.kind).toBe('later');
  });

  test('with the pause that the service asks for', async () => {
    const throttled = answer(429, api('APIGW.0308'), { 'retry-after': '90' });
    expect((await fetchWith(accessKey, throttled)).fetched).toMatchObject({
      kind: 'later',
      waitMs: 90_000,
    });
  });

  test.each(['-5', '1e9', 'abc', '', 'Mon, 99 Foo 2026 00:00:00 GMT'])(
    'without a pause that makes no sense: %s',
    async (value) => {
      const throttled = answer(429, api('APIGW.0308'), { 'retry-after': value });
      const { fetched } = await fetchWith(accessKey, throttled);
      expect(fetched).not.toHaveProperty('waitMs');
      expect(JSON.stringify(fetched)).not.toContain('asks to wait');
    },
  );
});

describe('not temporary', () => {
  test('401 of the API rejects the credentials', async () => {
    const { fetched } = await fetchWith(accessKey, answer(401, api('APIGW.0301')));
    expect(fetched).toMatchObject({
      kind: 'credentials-rejected',
      problem: { code: 'http-401' },
    });
    expect(fetched).not.toHaveProperty('waitMs');
  });

  test('a locked access key is not asked for before its time', async () => {
    const locked = api('APIGW.0301', 'AK access failed to reach the limit, forbidden: locked');
    const { fetched } = await fetchWith(accessKey, answer(401, locked));
    expect(fetched).toMatchObject({ kind: 'credentials-rejected', waitMs: 300_000 });
  });

  test('a clock that is wrong may be right later', async () => {
    const expired = api(
      'APIGW.0301',
      'Incorrect IAM authentication information: Signature expired',
    );
    const { fetched } = await fetchWith(accessKey, answer(401, expired));
    expect(fetched).toMatchObject({ kind: 'credentials-rejected', waitMs: 300_000 });
  });

  test.each([
    [403, api('VPN.0007')],
    [404, { code: 'VPN.0004', message: 'not found' }],
    [400, api('VPN.0001')],
  ])('%i of the API is a refusal', async (status, body) => {
    const { fetched } = await fetchWith(accessKey, answer(status, body));
    expect(fetched).toMatchObject({ kind: 'refused', problem: { code: `http-${status}` } });
  });

  test('a cancelled request is neither', async () => {
    expect((await fetchWith(accessKey, failure('cancelled'))).fetched).toEqual({
      kind: 'cancelled',
    });
  });
});

describe('a login of which IAM', () => {
  test.each<[string, Step]>([
    ['cannot be reached', failure('host-not-found', 'no')],
    ['does not answer in time', failure('timed-out')],
    ['is behind a proxy that fails', failure('proxy-failed', 'no')],
    ['limits requests', answer(429, iam(429))],
    ['fails', answer(500, iam(500))],
    ['is hidden by a gateway', answer(504)],
    ['is hidden by a portal', answer(200, page)],
    ['is hidden by a page with 401', answer(401, page)],
    ['is hidden by a page with 403', answer(403, page)],
    ['is hidden by a redirect', answer(302)],
  ])('%s is tried again later', async (_what, step) => {
    const { fetched, sent } = await fetchWith(password, step);
    expect(fetched.kind).toBe('later');
    expect(sent).toBe(1);
  });

  test('asks for a pause is tried again after it', async () => {
    const throttled = answer(429, iam(429), { 'retry-after': '30' });
    expect((await fetchWith(password, throttled)).fetched).toMatchObject({ waitMs: 30_000 });
  });

  test.each<[string, Step]>([
    ['rejects the password', answer(401, iam(401))],
    ['rejects the user', answer(403, iam(403))],
  ])('%s needs other credentials', async (_what, step) => {
    expect((await fetchWith(password, step)).fetched.kind).toBe('credentials-rejected');
  });

  test('says that the user is locked waits for the end of the lock', async () => {
    const locked = answer(401, { error_code: 'IAM.0061', error_msg: 'account is locked' });
    expect((await fetchWith(password, locked)).fetched).toMatchObject({
      kind: 'credentials-rejected',
      waitMs: 15 * 60_000,
    });
  });

  test('finds the request invalid is refused', async () => {
    expect((await fetchWith(password, answer(400, iam(400)))).fetched.kind).toBe('refused');
  });
});
