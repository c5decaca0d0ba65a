// Every fault that an update can meet on its way, and all that its user then reads. The cloud is the
// sandbox or a server on loopback; what is said stands in `test/cases/answers/faults.yaml`.
import { clockAt } from '../../support/client/clockAt';
import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { Credentials } from '../../../client/src/core/model/credentials';
import type { Ports } from '../../../client/src/core/ports/ports';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import type { Misbehaviour } from '../../../client/src/sandbox/faults/misbehaviour';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { fakeClient, place, type FakeClient } from '../../support/client/fakeClient';
import {
  httpServer,
  rawServer,
  tlsFile,
  tlsServer,
  type LoopbackServer,
} from '../../support/client/loopbackServer';
import { serviceServer } from '../../support/client/serviceServer';
import { poll } from '../../support/poll';

/** What goes wrong, at the look before the update or in the update itself. */
interface Fault {
  /** In the update, by the sandbox. */
  readonly put?: Misbehaviour;
  /** Instead of the sandbox. */
  readonly server?: () => Promise<LoopbackServer>;
  /** A region of the public cloud instead of the sandbox; nothing leaves the machine. */
  readonly target?: Ports['targets'];
  readonly credentials?: Credentials;
  readonly clockMinutes?: number;
  readonly timeoutSeconds?: number;
  readonly before?: () => void;
  readonly meanwhile?: (given: FakeClient) => Promise<void>;
}

const key: Credentials = { kind: 'access-key', ...demoCredentials.accessKey };
const status = (code: number, how: Partial<Misbehaviour> = {}): Fault => ({
  put: { kind: 'status', status: code, change: 'not-applied', ...how } as Misbehaviour,
});
const raw = (text: string) => (): Promise<LoopbackServer> =>
  rawServer((socket) => socket.end(text));
const proxied = (code: number) => (): Promise<LoopbackServer> =>
  httpServer((_request, response) => {
    response.writeHead(code, { 'proxy-authenticate': 'Basic realm="office"' }).end();
  });

function trustTestAuthority(): void {
  const create = tls.createSecureContext;
  vi.spyOn(tls, 'createSecureContext').mockImplementation((options) =>
    create({ ...options, ca: tlsFile('ca.pem') }),
  );
}

/** The resolver of the platform is never asked. */
function findNoName(): void {
  const fail = (host: string, ...rest: readonly unknown[]): void => {
    const done = rest.at(-1) as (error: Error) => void;
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    process.nextTick(() => done(error));
  };
  vi.spyOn(dns, 'lookup').mockImplementation(fail);
}

async function stopped(): Promise<LoopbackServer> {
  const server = await httpServer(() => undefined);
  await server.close();
  return server;
}

async function cancel(given: FakeClient): Promise<void> {
  await poll('the update', () => sandbox.requests.find(({ method }) => method === 'PUT'));
  given.progress.runs.find(({ title }) => title.startsWith('Applying'))?.source.cancel();
}

async function cancelRead(given: FakeClient): Promise<void> {
  await poll('the look before the update', () => sandbox.requests[0]);
  given.progress.runs.at(-1)?.source.cancel();
}

const faults: Readonly<Record<string, Fault>> = {
  'refused connection': { server: stopped },
  'name that cannot be resolved': {
    target: {
      current: () => ({ kind: 'regional', region: 'eu-west-101' }),
      select: async () => {},
    },
    before: findNoName,
  },
  'certificate of an unknown authority': { server: () => tlsServer('valid') },
  'expired certificate': { server: () => tlsServer('expired'), before: trustTestAuthority },
  'certificate of another host': {
    server: () => tlsServer('otherHost'),
    before: trustTestAuthority,
  },
  'proxy that wants a password': { server: proxied(407) },
  'proxy that finds nobody': { server: proxied(502) },
  'no HTTP at all': { server: raw('SSH-2.0-OpenSSH_9.6\r\n') },
  'slow headers': { put: { kind: 'delay', ms: 60_000 }, timeoutSeconds: 0.3 },
  'slow body': { put: { kind: 'slow-body', ms: 60_000 }, timeoutSeconds: 0.3 },
  'cut before the headers': { put: { kind: 'cut-before-applying' } },
  'cut in the headers': { put: { kind: 'cut-in-headers' } },
  'cut in the body': { put: { kind: 'cut-in-body' } },
  'empty body': { put: { kind: 'empty-body' } },
  '204': { put: { kind: 'no-content' } },
  HTML: { put: { kind: 'html', status: 200 } },
  'invalid UTF-8': { put: { kind: 'invalid-utf8' } },
  'truncated JSON': { put: { kind: 'truncated-json' } },
  '50 MB body': { put: { kind: 'huge-body', bytes: 50_000_000 } },
  'gzip bomb': { put: { kind: 'gzip-bomb', bytes: 500_000_000 } },
  redirect: { put: { kind: 'redirect', status: 307, location: 'https://vpn.example.com/' } },
  throttling: { put: { kind: 'throttle', retryAfter: '17' } },
  'clock 20 minutes ahead': { clockMinutes: 20 },
  'clock 20 minutes behind': { clockMinutes: -20 },
  'expired token': { credentials: { kind: 'token', token: demoCredentials.expiredToken.token } },
  'token that ends in the middle': status(401, {
    kind: 'status',
    code: 'APIGW.0307',
    message: 'The token must be updated.',
  }),
  'cancelled while sending': {
    put: { kind: 'delay', ms: 60_000, when: 'after-applying' },
    meanwhile: cancel,
  },
  'cancelled before sending': {
    put: { kind: 'delay', ms: 60_000, match: { method: 'GET' } },
    meanwhile: cancelRead,
  },
  ...Object.fromEntries(
    [400, 401, 403, 404, 405, 406, 407, 408, 409, 413, 414, 425, 429, 500, 501, 502, 503, 504].map(
      (code) => [`${code} as a page`, status(code, { kind: 'status', shape: 'html' })],
    ),
  ),
};

const said = parse(readFileSync('test/cases/answers/faults.yaml', 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const open: LoopbackServer[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ settleMs: 0 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  sandbox.reset();
  await Promise.all(open.splice(0).map((server) => server.close().catch(() => undefined)));
});
afterAll(() => sandbox.close());

/** Applies one update under the fault; the messages with what changes from run to run taken out. */
async function messagesUnder(fault: Fault): Promise<readonly string[]> {
  const server = await fault.server?.();
  if (server !== undefined && fault.server !== stopped) open.push(server);
  fault.before?.();
  const endpoint = server?.origin ?? sandbox.endpoint;
  if (fault.put !== undefined) sandbox.misbehave({ match: { method: 'PUT' }, ...fault.put });
  const offset = (fault.clockMinutes ?? 0) * 60_000;
  const credentials = fault.credentials ?? key;
  const given = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    settings: { timeoutSeconds: fault.timeoutSeconds ?? 10 },
    ports: {
      ...serviceServer(
        `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection:\n  name: site-a-new\n`,
      ),
      transport: fetchTransport,
      clock: clockAt(() => Date.now() + offset),
      sandbox: { running: () => ({ endpoint, credentials }) },
      ...(fault.target && { targets: fault.target }),
    },
  });
  const applying = given.useCases.sendUpdate(place);
  await fault.meanwhile?.(given);
  await applying;
  return given.presenter.messages.map(({ text }) =>
    text.replace(/127\.0\.0\.1:\d+/g, 'HOST').replace(/\b\d+ ms\b/g, 'N ms'),
  );
}

test.each(Object.entries(faults))('%s', async (name, fault) => {
  expect(await messagesUnder(fault)).toEqual(said[name]);
  const puts = sandbox.requests.filter(({ method }) => method === 'PUT');
  expect(puts.length, 'an update is sent once at the most').toBeLessThan(2);
});

test('every fault has its sentences, and every sentence its fault', () => {
  expect(Object.keys(said).sort()).toEqual(Object.keys(faults).sort());
});
