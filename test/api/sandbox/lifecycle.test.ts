import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox } from '../../../client/src/sandbox/startSandbox';

async function start(options: Parameters<typeof startSandbox>[0] = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

describe('startSandbox', () => {
  it('listens on the loopback interface alone', async () => {
    const sandbox = await start();
    expect(sandbox.endpoint).toBe(`http://127.0.0.1:${sandbox.port}`);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) {
      await expect(canConnect(address, sandbox.port)).resolves.toBe(false);
    }
    await expect(canConnect('127.0.0.1', sandbox.port)).resolves.toBe(true);
  });

  it('rejects when the port is taken', async () => {
    const { port } = await start();
    await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE');
  });

  it('keeps two sandboxes apart', async () => {
    const [one, two] = [await start(), await start()];
    one.settleAs(connectionIds.policy, 'ERROR');
    const overview = await (await fetch(`${two.endpoint}/__sandbox/`)).text();
    expect(overview).not.toContain('ERROR');
  });

  it('closes at once in the middle of an answer, twice if need be', async () => {
    const sandbox = await startSandbox();
    sandbox.misbehave({ kind: 'delay', ms: 600_000 });
    const pending = fetch(`${sandbox.endpoint}/anything`);
    const failed = expect(pending).rejects.toThrow();
    await expect.poll(() => sandbox.requests.length).toBe(1);
    const started = performance.now();
    await sandbox.close();
    await failed;
    expect(performance.now() - started).toBeLessThan(1000);
    await sandbox.close();
    await expect(canConnect('127.0.0.1', sandbox.port)).resolves.toBe(false);
  });
});

describe('the program', () => {
  it('prints where it is, what it accepts and each request, and ends on a signal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vpnconn-sandbox-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const outfile = join(folder, 'sandbox.cjs');
    const entryPoints = ['client/src/sandbox/main.ts'];
    await build({ entryPoints, outfile, bundle: true, platform: 'node', logLevel: 'silent' });
    const child = spawn(process.execPath, [outfile, '--settle-ms', '0'], { stdio: 'pipe' });
    onTestFinished(() => void child.kill('SIGKILL'));
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await expect.poll(() => output, { timeout: 10_000 }).toContain('/__sandbox/log');
    expect(output).toContain('SANDBOXDEMOACCESSKEY');
    for (const id of Object.values(connectionIds)) expect(output).toContain(id);
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    await fetch(`${endpoint}/v5/p/vpn-connection`);
    await expect.poll(() => output).toMatch(/GET \/v5\/p\/vpn-connection refused 401 \d+ ms/);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}
