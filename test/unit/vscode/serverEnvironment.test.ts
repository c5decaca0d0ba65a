// The server process has no credentials in its environment.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unsetForServer } from '../../../client/src/vscode/server/serverEnvironment';

describe('the environment of the server', () => {
  test('keeps what a process needs, in whatever case', () => {
    const environment = { PATH: 'a', Path: 'b', home: 'c', LC_ALL: 'd', SystemRoot: 'e', TMP: 'f' };
    expect(unsetForServer(environment)).toEqual({});
  });

  test.each([
    ...['HUAWEICLOUD_SDK_SK', 'HW_SECRET_KEY', 'OS_PASSWORD', 'OS_TOKEN', 'SITE_A_PSK'],
    ...['AWS_SECRET_ACCESS_KEY', 'GITHUB_TOKEN', 'SSH_AUTH_SOCK', 'HTTPS_PROXY', 'NODE_OPTIONS'],
    ...['VSCODE_CONNECTION_TOKEN', 'path_to_secret', 'LCX'],
  ])('has no %s', (name) => {
    const unset = unsetForServer({ [name]: 'value' });
    expect(Object.keys(unset)).toEqual([name]);
    expect(unset[name]).toBeUndefined();
  });

  // The way in which the client library makes the environment of the process that it starts.
  test('holds when a process is started with it', async () => {
    const module = join(mkdtempSync(join(tmpdir(), 'vpnconn-')), 'names.cjs');
    writeFileSync(module, 'process.send(Object.keys(process.env)); process.disconnect();');
    const inherited = { ...process.env, HUAWEICLOUD_SDK_SK: 'secret', SITE_A_PSK: 'secret' };
    const child = fork(module, { env: { ...inherited, ...unsetForServer(inherited) } });
    const [names] = (await once(child, 'message')) as [string[]];
    expect(names).toContain('PATH');
    expect(names).not.toContain('HUAWEICLOUD_SDK_SK');
    expect(names).not.toContain('SITE_A_PSK');
  });
});
