// A folder that the user does not trust: its files are checked, and nothing is sent.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const editor = useEditor({ workspaceTrust: 'on' });

test('checks files and sends nothing from a folder that is not trusted', async () => {
  const window = await editor.open();
  await window.pressDialogButton(/^No/);
  const broken = await window.openFile('with-mistakes.vpnconn.yaml');
  await broken.squiggleUnder('v3');

  const pane = await window.openFile('policy.vpnconn.yaml');
  await pane.pressCodeLens('Apply update');
  await window.notification('not trusted');
  expect(await window.commandsFor('VPN Connection')).not.toContain('VPN Connection: Apply Update');
  expect(editor.sandbox.requests).toEqual([]);
});

test('sends from the same folder once it is trusted', async () => {
  const window = await editor.open();
  await window.pressDialogButton(/^Yes/);
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Apply Update');
  await window.pressDialogButton('Apply Update');
  await window.notification('The update was accepted');
  expect(editor.requests('PUT')).toHaveLength(1);
});
