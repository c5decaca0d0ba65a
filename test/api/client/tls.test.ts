// TLS failures, against servers with real certificates. The checks are never switched off; where a
// test needs a trusted authority, it adds one to those that the platform trusts.
import tls from 'node:tls';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HttpResult } from '../../../client/src/core/model/httpExchange';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { cancelSource } from '../../support/client/cancelSource';
import { tlsFile, tlsServer, type LoopbackServer } from '../../support/client/loopbackServer';

const open: LoopbackServer[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function ask(certificate: 'valid' | 'otherHost' | 'expired'): Promise<HttpResult> {
  const server = await tlsServer(certificate);
  open.push(server);
  return fetchTransport.send(
    { method: 'GET', url: `${server.origin}/`, headers: { 'X-Auth-Token': 'secret' } },
    { timeoutMs: 10_000, maxBodyBytes: 1000, cancel: cancelSource().signal },
  );
}

function trustTestAuthority(): void {
  const create = tls.createSecureContext;
  vi.spyOn(tls, 'createSecureContext').mockImplementation((options) =>
    create({ ...options, ca: tlsFile('ca.pem') }),
  );
}

test('a certificate of an authority that nobody trusts is refused', async () => {
  expect(await ask('valid')).toMatchObject({
    kind: 'failure',
    code: 'certificate-untrusted',
    delivered: 'no',
  });
});

describe('with a trusted authority', () => {
  test('a valid certificate is accepted', async () => {
    trustTestAuthority();
    expect(await ask('valid')).toMatchObject({ kind: 'response', status: 200 });
  });

  test.each([
    ['expired', 'certificate-expired'],
    ['otherHost', 'certificate-wrong-host'],
  ] as const)('a certificate that is %s is refused', async (certificate, code) => {
    trustTestAuthority();
    expect(await ask(certificate)).toMatchObject({ kind: 'failure', code, delivered: 'no' });
  });
});
