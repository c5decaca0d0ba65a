// The main job from the command palette to the response, against a sandbox that checks signatures.
import { expect, test } from 'vitest';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';

const editor = useEditor();
const path = `/v5/${projectId}/vpn-connection/${connectionIds.policy}`;

test('applies an update: confirmation, one signed PUT, response', async () => {
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  const question = await window.dialogText();
  expect(question).toContain(new URL(editor.sandbox.endpoint).host);
  expect(question).toContain(connectionIds.policy);
  expect(question).toContain('peer_subnets');
  expect(editor.requests('PUT')).toEqual([]);

  await window.pressDialogButton('Apply Update');
  const pane = await window.editor(/^response .*\.json/);
  // What matters is in sight: the long body begins folded.
  await pane.codicon('folding-collapsed');
  const response = JSON.parse(await pane.text());
  expect(response.status).toBe('200 OK');
  expect(response.body.vpn_connection.peer_subnets).toEqual(['192.168.1.0/24', '192.168.2.0/24']);
  await window.notification('update accepted');

  const [put, ...more] = editor.requests('PUT');
  expect(more).toEqual([]);
  expect(put).toMatchObject({ path, status: 200, authenticated: 'access-key' });
  expect(put?.requestId).toBe(response.requestId);
  expect(put?.body).toEqual({
    vpn_connection: {
      peer_subnets: ['192.168.1.0/24', '192.168.2.0/24'],
      policy_rules: [{ source: '10.0.0.0/24', destination: ['192.168.1.0/24', '192.168.2.0/24'] }],
    },
  });
});

test('sends nothing when the question is answered with Cancel', async () => {
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.pressDialogButton('Cancel');
  // The next command is answered after the first has ended.
  await window.runCommand('VPN Connection: Show Request');
  expect(await (await window.editor(/^request /)).text()).toContain(
    `PUT ${editor.sandbox.endpoint}`,
  );
  expect(editor.requests('PUT')).toEqual([]);
});

test('refuses a file with errors and jumps to the first one', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('lifetime_secs');
  await window.runCommand('VPN Connection: Apply Update');
  await window.notification(/error/i);
  await until('the cursor at the first error', async () =>
    (await pane.cursorLine()) === 15 ? true : undefined,
  );
  // A window that opens goes on watching what an earlier one has sent: those reads are not this update's.
  expect(editor.requests('PUT')).toEqual([]);
});

test('shows the reason of a refusal by the cloud', async () => {
  const window = await editor.open();
  editor.sandbox.misbehave({
    ...{ kind: 'status', status: 400, code: 'VPN.0001', message: 'invalid request' },
    match: { method: 'PUT' },
  });
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.pressDialogButton('Apply Update');
  await window.notification('VPN.0001');
  const response = JSON.parse(await (await window.editor(/^response .*\.json/)).text());
  expect(response.body.error_code).toBe('VPN.0001');
  expect(editor.requests('PUT')).toHaveLength(1);
});

test('says that a connection is frozen before it asks', async () => {
  const window = await editor.open();
  await window.openFile('frozen.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.notification('is frozen');
  expect(await window.page.locator('.monaco-dialog-box').count()).toBe(0);
  expect(editor.requests('PUT')).toEqual([]);
});

test('asks about ten fields in a dialog that fits on a small screen', async () => {
  const size = { width: 1366, height: 768, scale: 1 };
  const window = await editor.open({ size });
  await window.openFile('static.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  const lines = (await window.dialogText()).split('\n').filter((line) => line.trim() !== '');
  const box = await window.page.locator('.monaco-dialog-box').boundingBox();
  expect(box).not.toBeNull();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  const buttons = ['Preview Changes', 'Apply Update', 'Cancel'];
  expect(lines.filter((line) => !buttons.includes(line)).length).toBeLessThanOrEqual(8);
  await window.pressDialogButton('Cancel');
});

test('says what the cloud holds when a slow PUT is cancelled', async () => {
  const match = { method: 'PUT' } as const;
  editor.sandbox.misbehave({ kind: 'delay', ms: 60_000, when: 'after-applying', match });
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.pressDialogButton('Apply Update');
  await until('the PUT', () => (editor.requests('PUT').length === 1 ? true : undefined));
  await window.pressNotificationButton('Applying the update', 'Cancel');
  const toast = await window.notification('The request was cancelled');
  expect(await toast.innerText()).toContain('has every value that was sent');
  expect(editor.requests('PUT')).toHaveLength(1);
  expect(editor.requests('GET').map((each) => each.path)).toContain(path);
});

test('takes the pre-shared key from the secret storage and shows it nowhere', async () => {
  const window = await editor.open();
  await window.openFile('secret.vpnconn.yaml');
  await window.runCommand('VPN Connection: Store Pre-Shared Key…');
  await window.answer('Name, as written', 'site-a');
  await window.answer('Pre-shared key for', 'Fr0m-the-secret-storage!');
  await window.notification(/stored/i);
  await window.runCommand('VPN Connection: Apply Update');
  expect(await window.dialogText()).not.toContain('Fr0m-the');
  await window.pressDialogButton('Apply Update');
  const response = await (await window.editor(/^response .*\.json/)).text();
  expect(response).not.toContain('Fr0m-the');
  const [put] = editor.requests('PUT');
  expect(put?.status).toBe(200);
  expect(editor.sandbox.preSharedKeyIs(connectionOf(put?.path), 'Fr0m-the-secret-storage!')).toBe(
    true,
  );
});

function connectionOf(requestPath: string | undefined): string {
  return requestPath?.split('/').at(-1) ?? '';
}
