// *Test Cloud Connection* against the sandbox over real HTTP, and certificates of real servers.
import { clockAt } from '../../support/client/clockAt';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Credentials } from '../../../client/src/core/model/credentials';
import type { Ports } from '../../../client/src/core/ports/ports';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { inspectTls } from '../../../client/src/transports/inspectTls';
import { cancelSource } from '../../support/client/cancelSource';
import { fakeClient, place } from '../../support/client/fakeClient';
import {
  rawServer,
  tlsFile,
  tlsServer,
  type LoopbackServer,
} from '../../support/client/loopbackServer';
import { serviceServer } from '../../support/client/serviceServer';

let sandbox: Sandbox;
const open: LoopbackServer[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});
afterAll(() => sandbox.close());

const key: Credentials = { kind: 'access-key', ...demoCredentials.accessKey };

async function check(credentials = key, project = sandbox.projectId, ports: Partial<Ports> = {}) {
  const text = `project_id: ${project}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection: { name: a }\n`;
  const given = fakeClient({
    target: { kind: 'sandbox' },
    ports: {
      ...serviceServer(text),
      transport: fetchTransport,
      clock: clockAt(() => Date.now()),
      sandbox: { running: () => ({ endpoint: sandbox.endpoint, credentials }) },
      ...ports,
    },
  });
  const outcome = await given.useCases.checkConnection(place);
  const steps = outcome.kind === 'checked' ? outcome.steps : [];
  return {
    states: Object.fromEntries(steps.map(({ id, state }) => [id, state])),
    visible: JSON.stringify([given.presenter, given.log.lines]),
  };
}

describe('against the sandbox', () => {
  test.each<[string, Credentials]>([
    ['an access key', key],
    ['a key that may read only', { kind: 'access-key', ...demoCredentials.readOnlyAccessKey }],
    ['a temporary key', { kind: 'temporary-access-key', ...demoCredentials.temporaryAccessKey }],
    ['a token', { kind: 'token', token: demoCredentials.token.token }],
  ])('everything is in order with %s', async (_what, credentials) => {
    const { states, visible } = await check(credentials);
    expect(Object.values(states)).toEqual(Array(10).fill('passed'));
    expect(sandbox.requests.map(({ authenticated }) => authenticated)).toEqual([
      'none',
      credentials.kind,
    ]);
    expect(visible).not.toMatch(/not-a-secret/);
  });

  test('a wrong secret key is found out with one signature', async () => {
    const { states } = await check({ ...key, secretKey: 'wrong' });
    expect(states).toMatchObject({ accepted: 'failed', project: 'skipped' });
    expect(sandbox.requests).toHaveLength(2);
  });

  test('an expired token is found out', async () => {
    const { states } = await check({ kind: 'token', token: demoCredentials.expiredToken.token });
    expect(states).toMatchObject({ accepted: 'failed' });
  });

  test('a foreign project is found out', async () => {
    expect((await check(key, 'ffffffffffffffffffffffffffffffff')).states).toMatchObject({
      accepted: 'passed',
      project: 'failed',
    });
  });

  test('a clock 20 minutes off is found out before a signature is spent', async () => {
    sandbox.misbehave({ kind: 'clock-skew' });
    const { states } = await check();
    expect(states).toMatchObject({ clock: 'failed', accepted: 'skipped' });
    expect(sandbox.requests).toHaveLength(1);
  });

  test('a sandbox that has gone away is found out', async () => {
    const gone = await startSandbox();
    await gone.close();
    const running = () => ({ endpoint: gone.endpoint, credentials: key });
    const { states } = await check(key, sandbox.projectId, { sandbox: { running } });
    expect(states).toMatchObject({ reach: 'failed', accepted: 'skipped' });
  });
});

describe('the certificates of a host', () => {
  const limits = () => ({ timeoutMs: 10_000, cancel: cancelSource().signal });

  async function inspect(certificate: 'valid' | 'otherHost' | 'expired') {
    const server = await tlsServer(certificate);
    open.push(server);
    return inspectTls(server.origin, limits());
  }

  function trustTestAuthority(): void {
    const create = tls.createSecureContext;
    vi.spyOn(tls, 'createSecureContext').mockImplementation((options) =>
      create({ ...options, ca: tlsFile('ca.pem') }),
    );
  }

  test('are shown with who issued them', async () => {
    trustTestAuthority();
    const { certificates, failure } = await inspect('valid');
    expect(failure).toBeUndefined();
    expect(certificates[0]).toMatchObject({
      subject: expect.stringMatching(/./) as string,
      issuer: expect.stringMatching(/./) as string,
      validTo: expect.stringMatching(/GMT$/) as string,
    });
  });

  test('are shown also when nobody trusts the authority, and the check stays on', async () => {
    const { certificates, failure } = await inspect('valid');
    expect(failure).toBe('certificate-untrusted');
    expect(certificates).not.toEqual([]);
  });

  test.each([
    ['expired', 'certificate-expired'],
    ['otherHost', 'certificate-wrong-host'],
  ] as const)('are shown also when one is %s', async (certificate, failure) => {
    trustTestAuthority();
    const inspection = await inspect(certificate);
    expect(inspection.failure).toBe(failure);
    expect(inspection.certificates).not.toEqual([]);
  });

  test('are none where nothing listens, nothing speaks TLS, nothing answers, or it is cancelled', async () => {
    const closed = await rawServer(() => undefined);
    await closed.close();
    expect(await inspectTls(closed.origin.replace('http', 'https'), limits())).toEqual({
      certificates: [],
      failure: 'connection-refused',
    });
    const silent = await rawServer(() => undefined);
    open.push(silent);
    const origin = silent.origin.replace('http', 'https');
    expect(await inspectTls(origin, { ...limits(), timeoutMs: 50 })).toEqual({
      certificates: [],
      failure: 'timed-out',
    });
    const source = cancelSource();
    source.cancel();
    expect(await inspectTls(origin, { timeoutMs: 10_000, cancel: source.signal })).toEqual({
      certificates: [],
      failure: 'cancelled',
    });
  });
});
