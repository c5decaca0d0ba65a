// *New Update File…* over real HTTP against the sandbox, down to the text of the file.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Credentials } from '../../../client/src/core/auth/credentials';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds } from '../../../client/src/sandbox/seeds/project';
import { startSandbox, type Sandbox } from '../../../client/src/sandbox/startSandbox';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { createSnapshot, prepareUpdate } from '../../../server/src/service';
import { fakeClient, now } from '../../support/client/fakeClient';
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
    const window = openWindow(sandbox.projectId, 'site-a', 'None yet');
    expect(await window.useCases.newUpdateFile()).toEqual({ kind: 'done' });
    expect(window.opened).toEqual([
      `# Updates site-a. Below "context" stands what it is; that is never sent.
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
    const window = openWindow(sandbox.projectId, 'site-a', 'All current values');
    await window.useCases.newUpdateFile();
    const [text = ''] = window.opened;
    const read = prepareUpdate(createSnapshot(text), { line: 1, character: 0 }, 1);
    expect(read).toMatchObject({
      kind: 'ready',
      update: { body: { vpn_connection: { name: 'site-a' } } },
    });
    expect(text).not.toMatch(/psk|vgw_id|updated_at|POLICY/);
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
