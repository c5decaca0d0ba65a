// Whose fault it is when nothing could be connected to.
import { expect, test } from 'vitest';
import { behindProxy } from '../../../client/src/core/cloud/behindProxy';
import type { HttpFailureCode } from '../../../client/src/core/model/httpExchange';
import type { ProxyFinding } from '../../../client/src/core/ports/route';

const limits = {
  timeoutMs: 1,
  maxBodyBytes: 1,
  cancel: { isCancelled: () => false, onCancel: () => () => undefined },
};
const request = { method: 'GET', url: 'https://vpn.example/v5/a', headers: {} } as const;
const named: ProxyFinding = { kind: 'proxy', address: 'http://proxy', source: 'setting' };

test.each<readonly [HttpFailureCode, ProxyFinding, HttpFailureCode]>([
  ['connection-refused', named, 'proxy-unreachable'],
  ['host-not-found', named, 'proxy-unreachable'],
  ['host-unreachable', named, 'proxy-unreachable'],
  ['proxy-failed', named, 'proxy-failed'],
  ['certificate-untrusted', named, 'certificate-untrusted'],
  ['timed-out', named, 'timed-out'],
  ['connection-refused', { kind: 'direct', why: 'no proxy' }, 'connection-refused'],
  ['host-not-found', { kind: 'system' }, 'host-not-found'],
])('%s by way of %j is %s', async (code, finding, told) => {
  const asked: string[] = [];
  const failure = { kind: 'failure', code, delivered: 'no', detail: '', elapsedMs: 1 } as const;
  const transport = behindProxy(
    { send: () => Promise.resolve(failure) },
    {
      proxyFor: (origin) => {
        asked.push(origin);
        return finding;
      },
    },
  );
  expect(await transport.send(request, limits)).toEqual({ ...failure, code: told });
  expect(asked.every((origin) => origin === 'https://vpn.example')).toBe(true);
});
