// A folder that the user does not trust: its files are checked, and nothing is sent.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const editor = useEditor({
  workspaceTrust: 'on',
  // Editors differ in whether they ask at the start; this way none does, and no folder is trusted.
  user: { 'security.workspace.trust.startupPrompt': 'never' },
});

test('checks files and sends nothing from a folder that is not trusted', async () => {
  const window = await editor.open();
  await window.statusBarItem('Restricted Mode');
  const broken = await window.openFile('with-mistakes.vpnconn.yaml');
  await broken.squiggleUnder('v3');

  const pane = await window.openFile('policy.vpnconn.yaml');
  await pane.pressCodeLens('Apply update');
  await window.notification('not trusted');
  await window.runCommand('Notifications: Clear All Notifications');
  await window.notificationGone('not trusted');
  await window.runCommand('VPN Connection: Apply Update');
  await window.notification('not trusted');
  expect(editor.sandbox.requests).toEqual([]);
});

test('sends from the same folder once it is trusted', async () => {
  const window = await editor.open();
  await window.trustFolder();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.pressDialogButton('Apply Update');
  await window.notification('update accepted');
  expect(editor.requests('PUT')).toHaveLength(1);
});
