// Apply with Automatic Rollback in the real editor: it survives a reload and a closed window, and every
// open window takes part.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';
import type { Workbench } from '../support/workbench';

const editor = useEditor();
const agreedMs = 60_000;
const file = 'renamed.vpnconn.yaml';
const files = {
  [file]: `project_id: ${projectId}
vpn_connection_id: ${connectionIds.policy}
vpn_connection:
  name: site-a-renamed
`,
};

/** Applies the file, to be rolled back after one minute. */
async function applyWithRollback(window: Workbench): Promise<void> {
  await window.openFile(file);
  await window.runCommand('VPN Connection: Apply with Automatic Rollback');
  await window.answer('Roll back after (minutes', '1');
  expect(await window.dialogText()).toContain('Rolls back after 1 minute');
  await window.pressDialogButton('Apply Update');
  // The editor shows no more than three new notifications within a second: what comes next waits.
  await window.statusBarItem(/site-a: rollback in 0:5[0-7]/);
}

/** The update in the view, with its buttons, while it counts down. */
async function updateInProgress(window: Workbench): Promise<Locator> {
  await window.runCommand('VPN Connections: Focus on Updates in Progress View');
  const update = window.page
    .locator('.pane', { hasText: 'Updates in Progress' })
    .locator('.monaco-list-row', { hasText: /site-a.*rollback in 0:\d\d/ });
  await update.hover();
  return update;
}

/** Waits until the countdown is over. */
async function countdownGone(window: Workbench): Promise<void> {
  const countdown = window.page.locator('.statusbar-item').filter({ hasText: 'site-a: roll' });
  await countdown.first().waitFor({ state: 'hidden' });
}

test('rolls back after the window was reloaded and closed', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  await window.page.reload();
  await window.ready();
  await window.statusBarItem(/site-a: rollback in 0:\d\d/);
  await window.close();
  expect(editor.requests('PUT')).toHaveLength(1);

  const next = await editor.open();
  await next.statusBarItem(/site-a: rollback in 0:\d\d/);
  await until(
    'the previous values to be sent',
    () => (editor.requests('PUT').length > 1 ? true : undefined),
    agreedMs + 30_000,
  );
  await countdownGone(next);
  const [applied, restored, ...more] = editor.requests('PUT');
  expect(more).toEqual([]);
  expect(applied?.body).toEqual({ vpn_connection: { name: 'site-a-renamed' } });
  expect(restored?.body).toEqual({ vpn_connection: { name: 'site-a' } });
  const apart = Date.parse(restored?.receivedAt ?? '') - Date.parse(applied?.receivedAt ?? '');
  expect(apart).toBeGreaterThanOrEqual(agreedMs - 1_000);
});

test('leaves the update alone when it is kept', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  const item = await window.statusBarItem(/site-a: rollback in/);
  await item.click();
  await window.pick('Keep Update');
  await window.notification('The update to site-a is kept.');
  await item.waitFor({ state: 'hidden' });
  expect(editor.requests('PUT')).toHaveLength(1);
});

test('rolls back at once on request, and applies no other update before', async () => {
  const window = await editor.open({ files });
  await applyWithRollback(window);
  await window.runCommand('VPN Connection: Apply Update');
  await window.notification('is still waiting to be kept');
  const update = await updateInProgress(window);
  await window.page.locator('.activitybar .badge-content', { hasText: /^1$/ }).waitFor();
  await update.getByRole('button', { name: 'Roll Back Now' }).click();
  const names = await until('the second PUT', () => {
    const bodies = editor.requests('PUT').map(({ body }) => body);
    return bodies.length === 2 ? bodies : undefined;
  });
  expect(names[1]).toEqual({ vpn_connection: { name: 'site-a' } });
  await countdownGone(window);
});

test('counts down in a window that was open before, which can keep the update', async () => {
  const other = await editor.open({ files });
  const window = await editor.open({ files });
  await applyWithRollback(window);
  await other.statusBarItem(/site-a: rollback in 0:\d\d/);
  await other.runCommand('VPN Connection: Keep Update');
  await other.notification('The update to site-a is kept.');
  await countdownGone(window);
  await countdownGone(other);
  expect(editor.requests('PUT')).toHaveLength(1);
});
