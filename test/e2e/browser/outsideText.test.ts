// Text of a file in a notification: it is read, and it is no link.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const editor = useEditor();
const connection = {
  project: '0605768a0780d5c02f9bc010cbc2ee4a',
  id: '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
};

test('a region that is a command link is shown literally', async () => {
  const region = '[Click](command:workbench.action.files.newUntitledFile)';
  const text = `region: "${region}"\nproject_id: ${connection.project}\nvpn_connection_id: ${connection.id}\nvpn_connection: {name: site-a}\n`;
  const window = await editor.open({ files: { 'a-link.vpnconn.yaml': text } });
  await window.openFile('a-link.vpnconn.yaml');
  await window.runCommand('VPN Connection: Pull Current Values');
  const toast = await window.notification('names the region');
  const message = toast.locator('.notification-list-item-message');
  expect(await message.innerText()).toContain(
    'The file names the region [Click] (command:workbench.action.files.newUntitledFile)',
  );
  expect(await message.locator('a').count()).toBe(0);
});
