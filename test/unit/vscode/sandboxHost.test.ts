// The embedded API behind its port: started once, stopped for good, and with its own credentials.
import { afterEach, describe, expect, test } from 'vitest';
import { SandboxHost } from '../../../client/src/vscode/ports/sandboxHost';
import { fakeLog } from '../../support/client/fakeLog';

const hosts: SandboxHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

function host() {
  const seen = { changes: 0 };
  const log = fakeLog();
  const sandbox = new SandboxHost(log, () => void (seen.changes += 1));
  hosts.push(sandbox);
  return { sandbox, seen, log };
}

describe('the sandbox host', () => {
  test('is not running at first', () => {
    expect(host().sandbox.running()).toBeUndefined();
  });

  test('runs on the loopback interface with an access key of its own', async () => {
    const { sandbox, seen } = host();
    await sandbox.start();
    expect(sandbox.running()?.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sandbox.running()?.credentials.kind).toBe('access-key');
    expect(seen.changes).toBe(1);
  });

  test('starts one server however often it is asked', async () => {
    const { sandbox, seen } = host();
    await Promise.all([sandbox.start(), sandbox.start()]);
    const endpoint = sandbox.running()?.endpoint;
    await sandbox.start();
    expect(sandbox.running()?.endpoint).toBe(endpoint);
    expect(seen.changes).toBe(1);
  });

  test('frees its port when it is stopped, also during the start', async () => {
    const { sandbox } = host();
    const starting = sandbox.start();
    await sandbox.stop();
    await starting;
    expect(sandbox.running()).toBeUndefined();
  });

  test('answers until it is stopped, and logs each request without secrets', async () => {
    const { sandbox, log } = host();
    await sandbox.start();
    const { endpoint = '' } = sandbox.running() ?? {};
    const url = `${endpoint}/v5/p/vpn-connection`;
    const response = await fetch(url, { headers: { 'x-auth-token': 'not-a-token' } });
    expect(response.status).toBe(401);
    await sandbox.stop();
    await expect(fetch(url)).rejects.toThrow();
    expect(log.lines.filter((line) => line.includes('GET /v5/p/vpn-connection 401'))).toHaveLength(
      1,
    );
    expect(log.lines.join('\n')).not.toContain('not-a-token');
  });

  test('can be started again', async () => {
    const { sandbox } = host();
    await sandbox.start();
    await sandbox.stop();
    await sandbox.start();
    const { endpoint = '' } = sandbox.running() ?? {};
    expect((await fetch(`${endpoint}/v5/p/vpn-connection`)).status).toBe(401);
  });
});
