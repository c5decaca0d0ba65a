// What users read when a signature is refused, by an API that verifies it with code of its own, behind
// something on the way that changes requests.
import { clockAt } from '../../support/client/clockAt';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Credentials } from '../../../client/src/core/model/credentials';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { fakeClient, place } from '../../support/client/fakeClient';
import type { LoopbackServer } from '../../support/client/loopbackServer';
import { meddlingProxy, withoutHeader, type PassedOn } from '../../support/client/meddlingProxy';
import { serviceServer } from '../../support/client/serviceServer';

const open: LoopbackServer[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ settleMs: 0 });
});
afterEach(async () => {
  sandbox.reset();
  await Promise.all(open.splice(0).map((server) => server.close()));
});
afterAll(() => sandbox.close());

const key: Credentials = { kind: 'access-key', ...demoCredentials.accessKey };
const temporary: Credentials = {
  kind: 'temporary-access-key',
  ...demoCredentials.temporaryAccessKey,
};

/** Applies an update through the meddler and gives all that was said, with the target's host. */
async function applyThrough(bend: (request: PassedOn) => PassedOn, credentials = key) {
  const proxy = await meddlingProxy(sandbox.endpoint, bend);
  open.push(proxy);
  const endpoint = proxy.origin;
  const given = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ports: {
      ...serviceServer(
        `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection:\n  name: new-name\n`,
      ),
      transport: fetchTransport,
      clock: clockAt(() => Date.now()),
      sandbox: { running: () => ({ endpoint, credentials }) },
    },
  });
  await given.useCases.sendUpdate(place);
  const everything = JSON.stringify([given.presenter, given.log.lines]);
  return { message: given.presenter.messages[0]?.text ?? '', everything };
}

const isUpdate = ({ body }: PassedOn): boolean => body !== '';

test('nothing changed: the update is accepted', async () => {
  const { message } = await applyThrough((request) => request);
  expect(message).toContain('update accepted');
});

test.each<[string, (request: PassedOn) => PassedOn, string]>([
  [
    'another content type',
    ({ headers, ...rest }) => ({
      ...rest,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    }),
    'the header content-type was signed as “application/json” and arrived as “application/json; charset=utf-8”',
  ],
  [
    'a header taken away',
    ({ headers, ...rest }) => ({ ...rest, headers: withoutHeader(headers, 'x-project-id') }),
    'the header x-project-id was signed as “0605768a0780d5c02f9bc010cbc2ee4a” and arrived as nothing',
  ],
  [
    'a query added',
    ({ path, ...rest }) => ({ ...rest, path: `${path}?via=proxy` }),
    'the query was signed as nothing and arrived as “via=proxy”',
  ],
  [
    'the body written anew',
    (request) => (isUpdate(request) ? { ...request, body: `${request.body} ` } : request),
    'the body is not the one that was signed',
  ],
])('%s: the first difference is named', async (_what, bend, words) => {
  const { message } = await applyThrough(bend);
  expect(message).toContain('The signature does not match because the request was changed');
  expect(message).toContain(`First difference: ${words}.`);
});

test('the host replaced: both are named', async () => {
  const { message } = await applyThrough(({ headers, ...rest }) => ({
    ...rest,
    headers: { ...headers, host: 'vpn.example.com' },
  }));
  expect(message).toMatch(
    /the header host was signed as “127\.0\.0\.1:\d+” and arrived as “vpn\.example\.com”/,
  );
});

test('the security token, which the gateway repeats, is not shown', async () => {
  const { message, everything } = await applyThrough(
    (request) => (isUpdate(request) ? { ...request, body: `${request.body} ` } : request),
    temporary,
  );
  expect(message).toContain('the body is not the one that was signed');
  expect(everything).toContain('x-security-token:••••••');
  expect(everything).not.toContain(demoCredentials.temporaryAccessKey.securityToken);
});

test('the secret key wrong: nothing else is blamed', async () => {
  const { message } = await applyThrough((request) => request, {
    ...key,
    secretKey: 'no-such-key',
  });
  expect(message).toContain('so the secret key is wrong');
  expect(message).not.toContain('proxy');
});
