// The target in the status bar, and that production looks different there.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const production = { name: 'Dublin', endpoint: 'http://127.0.0.1:9', production: true };
const editor = useEditor({ machine: { 'vpnconn.targets': [production] } });

test('shows where updates go, and changes it', async () => {
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  const host = new URL(editor.sandbox.endpoint).host;
  const before = await window.statusBarItem(host);
  expect(await before.getAttribute('class')).not.toContain('warning-kind');

  await before.click();
  await window.pick('Dublin');
  const item = await window.statusBarItem('PROD Dublin');
  expect(await item.getAttribute('class')).toContain('warning-kind');
  expect(await item.locator('.codicon-warning').count()).toBe(1);
});
