// Apply with Automatic Rollback in the real editor: the way back survives a reload and a closed window.
import { expect, test } from 'vitest';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';
import type { Workbench } from '../support/workbench';

const editor = useEditor();
const windowMs = 60_000;
const file = 'renamed.vpnconn.yaml';
const files = {
  [file]: `project_id: ${projectId}
vpn_connection_id: ${connectionIds.policy}
vpn_connection:
  name: site-a-renamed
`,
};

/** Applies the file with a window of one minute. */
async function applyWithRollback(window: Workbench): Promise<void> {
  await window.openFile(file);
  await window.runCommand('VPN Connection: Apply with Automatic Rollback');
  await window.answer('Minutes until the previous values are restored', '1');
  expect(await window.dialogText()).toContain('Restores the previous values after 1 minute');
  await window.pressDialogButton('Apply Update');
  // The editor shows no more than three new notifications within a second: what comes next waits.
  await window.statusBarItem(/site-a: restores in 0:5[0-7]/);
}

/** Waits until the window of the connection is over and written off. */
async function countdownGone(window: Workbench): Promise<void> {
  const countdown = window.page.locator('.statusbar-item').filter({ hasText: 'site-a: restor' });
  await countdown.first().waitFor({ state: 'hidden' });
}

test('restores the previous values after the window was reloaded and closed', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  await window.page.reload();
  await window.ready();
  await window.statusBarItem(/site-a: restores in 0:\d\d/);
  await window.close();
  expect(editor.requests('PUT')).toHaveLength(1);

  const next = await editor.open();
  await next.statusBarItem(/site-a: restores in 0:\d\d/);
  await until(
    'the previous values to be sent',
    () => (editor.requests('PUT').length > 1 ? true : undefined),
    windowMs + 30_000,
  );
  await countdownGone(next);
  const [applied, restored, ...more] = editor.requests('PUT');
  expect(more).toEqual([]);
  expect(applied?.body).toEqual({ vpn_connection: { name: 'site-a-renamed' } });
  expect(restored?.body).toEqual({ vpn_connection: { name: 'site-a' } });
  const apart = Date.parse(restored?.receivedAt ?? '') - Date.parse(applied?.receivedAt ?? '');
  expect(apart).toBeGreaterThanOrEqual(windowMs - 1_000);
});

test('leaves the update alone when it is kept', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  const item = await window.statusBarItem(/site-a: restores in/);
  await item.click();
  await window.pick('Keep Update of site-a');
  await window.notification('The update of site-a is kept.');
  await item.waitFor({ state: 'hidden' });
  expect(editor.requests('PUT')).toHaveLength(1);
});

test('restores at once when that is wanted, and lets no other update pass before', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  await window.runCommand('VPN Connection: Apply Update');
  await window.notification('waits to be kept or taken back');
  await window.runCommand('VPN Connection: Restore Previous Values Now');
  const names = await until('the second PUT', () => {
    const bodies = editor.requests('PUT').map(({ body }) => body);
    return bodies.length === 2 ? bodies : undefined;
  });
  expect(names[1]).toEqual({ vpn_connection: { name: 'site-a' } });
  await countdownGone(window);
});
