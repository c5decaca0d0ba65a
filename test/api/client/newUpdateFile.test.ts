// *New Update File…* over real HTTP against the sandbox, down to the text of the file.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Credentials } from '../../../client/src/core/model/credentials';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { createSnapshot, prepareUpdate } from '../../../server/src/service';
import { fakeClient, now, place } from '../../support/client/fakeClient';
import { fakePrompts } from '../../support/client/fakePrompts';
import { fakeTime } from '../../support/client/fakeTime';
import { serviceServer } from '../../support/client/serviceServer';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ settleMs: 0, clock: () => fakeTime(now).clock.now() });
});
afterEach(() => sandbox.close());

function openWindow(...replies: readonly (string | undefined)[]) {
  const credentials: Credentials = { kind: 'access-key', ...demoCredentials.accessKey };
  const buffer = serviceServer('');
  const prompts = fakePrompts(...replies);
  const window = fakeClient({
    reading: 'sent',
    target: { kind: 'sandbox' },
    ports: {
      ...buffer,
      prompts,
      transport: fetchTransport,
      sandbox: { running: () => ({ endpoint: sandbox.endpoint, credentials }) },
    },
  });
  return { ...window, prompts, opened: buffer.opened };
}

describe('a new file', () => {
  test('holds identifiers and context, and a hint where to go on', async () => {
    const window = openWindow(sandbox.projectId, 'site-a', 'Empty');
    expect(await window.useCases.newUpdateFile()).toEqual({ kind: 'done' });
    expect(window.opened).toEqual([
      `# Update for site-a. Values under "context" aren't sent.
project_id: ${sandbox.projectId}
vpn_connection_id: ${connectionIds.policy}
context:
  style: policy
  flavor: Professional1
  association_mode: vpc
  ike_version: v2
vpn_connection:
  # Write the fields that are to change here; completion offers them.
`,
    ]);
    expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  test('can hold all current values, free of errors and of what cannot be sent', async () => {
    const window = openWindow(sandbox.projectId, 'site-a', 'All fields');
    await window.useCases.newUpdateFile();
    const [text = ''] = window.opened;
    const read = prepareUpdate(createSnapshot(text), { line: 1, character: 0 }, 1);
    expect(read).toMatchObject({
      kind: 'ready',
      update: { body: { vpn_connection: { name: 'site-a' } } },
    });
    expect(text).not.toMatch(/psk|vgw_id|updated_at|POLICY/);
  });

  test('can hold the fields that were ticked, lists as a whole', async () => {
    const ticked = 'peer_subnets, ikepolicy.dh_group';
    const window = openWindow(sandbox.projectId, 'site-a', 'Selected fields…', ticked);
    await window.useCases.newUpdateFile();
    const offered = window.prompts.offered.at(-1);
    expect(offered).toEqual(expect.arrayContaining(['name', 'policy_rules', 'ikepolicy.dh_group']));
    expect(offered?.join()).not.toMatch(/psk|vgw_id|updated_at|rule_index/);
    const [text = ''] = window.opened;
    expect(parse(text)).toMatchObject({
      vpn_connection: { peer_subnets: ['192.168.1.0/24'], ikepolicy: { dh_group: 'group15' } },
    });
    const section = text.slice(text.indexOf('\nvpn_connection:\n')).trimEnd().split('\n').slice(2);
    // In the order of the service, whatever that is.
    expect(section.sort()).toEqual([
      '    dh_group: group15',
      '  ikepolicy:',
      '  peer_subnets: [192.168.1.0/24]',
    ]);
  });

  test('belongs to the project of the open file, which nobody is asked for', async () => {
    const text = `project_id: ${sandbox.projectId}\nvpn_connection_id: ${connectionIds.policy}\nvpn_connection:\n  nonsense: true\n`;
    const window = openWindow('site-a', 'Empty');
    Object.assign(window.ports.server, serviceServer(text).server);
    expect(await window.useCases.newUpdateFile(place)).toEqual({ kind: 'done' });
    expect(window.prompts.asked).toHaveLength(2);
  });

  test('of the sandbox belongs to its project', async () => {
    const window = openWindow('site-a', 'Empty');
    const { projectId } = sandbox;
    const running = window.ports.sandbox.running();
    Object.assign(window.ports.sandbox, { running: () => running && { ...running, projectId } });
    expect(await window.useCases.newUpdateFile()).toEqual({ kind: 'done' });
    expect(window.prompts.asked).toHaveLength(2);
  });

  test('names the region of the target', async () => {
    const window = openWindow(sandbox.projectId, 'site-a', 'Empty');
    const settings = { endpoint: sandbox.endpoint, region: 'eu-west-101', timeoutSeconds: 30 };
    const { endpoint, region } = settings;
    Object.assign(window.ports.settings, { read: () => settings });
    await window.ports.targets.select({ kind: 'endpoint', endpoint, region });
    const { accessKey: AK, secretKey: SK } = demoCredentials.accessKey;
    const stored = JSON.stringify({ kind: 'access-key', accessKey: AK, secretKey: SK });
    await window.ports.secrets.store(`credentials:endpoint:${endpoint}`, stored);
    expect(await window.useCases.newUpdateFile()).toEqual({ kind: 'done' });
    expect(window.opened[0]).toContain('\nregion: eu-west-101\nproject_id: ');
  });

  test.each([
    [[undefined]],
    [['0605768a0780d5c02f9bc010cbc2ee4a', undefined]],
    [['0605768a0780d5c02f9bc010cbc2ee4a', 'site-a', undefined]],
  ])('is not opened when a question is left: %j', async (replies) => {
    const window = openWindow(...replies);
    expect(await window.useCases.newUpdateFile()).toEqual({ kind: 'left' });
    expect(window.opened).toEqual([]);
  });
});
