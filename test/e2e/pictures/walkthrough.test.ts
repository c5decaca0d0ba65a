// Takes the pictures of the walkthrough, step by step in its own sandbox. One colour: they travel in the
// package.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { context } from '../support/context';
import { useEditor } from '../support/useEditor';
import { writeWebp } from '../support/webp';

const size = { width: 840, height: 520, scale: 1 };

const editor = useEditor({
  user: {
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.activityBar.location': 'hidden',
    'editor.minimap.enabled': false,
    'editor.fontSize': 13,
    'window.commandCenter': false,
    'workbench.layoutControl.enabled': false,
    'breadcrumbs.enabled': false,
    // The examples of the folder update the same connection.
    'vpnconn.rules': { 'files/overlap': 'off' },
  },
});
const picture = (name: string) => join(context.root, 'media', `${name}.webp`);

test('the five steps', async () => {
  const window = await editor.open({ size });
  await window.runCommand('VPN Connection: Start Sandbox');
  await window.notification('The sandbox runs at');
  await writeWebp(window.page, picture('sandbox'));
  await window.runCommand('Notifications: Clear All Notifications');
  await window.runCommand('View: Toggle Primary Side Bar Visibility');

  await window.runCommand('VPN Connection: New Update File');
  await window.page.locator('.quick-input-widget').filter({ hasText: 'site-a' }).waitFor();
  await writeWebp(window.page, picture('newFile'));
  await window.pick('site-a');
  await window.pick('Selected fields');
  for (const field of ['name', 'ikepolicy.lifetime_seconds']) await window.pick(field);
  await window.page.keyboard.press('Enter');
  const pane = await window.editor('site-a.vpnconn.yaml');
  await window.runCommand('Notifications: Clear All Notifications');

  await pane.selectWord('86400');
  await window.page.keyboard.type('999999');
  await pane.squiggleUnder('999999');
  expect(await pane.hover('999999', '604800')).toContain('lifetime');
  await writeWebp(window.page, picture('edit'));
  await pane.dismissHover();
  await pane.selectWord('999999');
  await window.page.keyboard.type('43200');
  await pane.noSquiggles('error');

  await window.runCommand('VPN Connection: Preview Changes');
  await window.planPage().getByText('43200').first().waitFor();
  await writeWebp(window.page, picture('preview'));
  await window.runCommand('VPN Connection: Apply with Automatic Rollback');
  await window.answer('Roll back after', '5');
  await window.pressDialogButton('Apply Update');
  const countdown = await window.statusBarItem(/site-a: rollback in/);
  await window.notification('unless you keep the update');
  await writeWebp(window.page, picture('apply'));
  await window.runCommand('VPN Connection: Keep Update');
  await countdown.waitFor({ state: 'hidden' });
});
