// From a file in a preview tab to its plan, and from the plan to the applied update.
import { expect, test } from 'vitest';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';

const editor = useEditor();

test('the preview keeps the file open, and applies its update', async () => {
  const window = await editor.open();
  const { page } = window;
  // A single click opens a preview tab, which the next preview tab would replace.
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ hasText: 'policy.vpnconn.yaml' })
    .click();
  const pane = await window.editor('policy.vpnconn.yaml');
  await pane.pressCodeLens('Preview changes');
  await page.locator('.tab.active').filter({ hasText: 'site-a: Live ↔ After Update' }).waitFor();
  await page.locator('.tab').filter({ hasText: 'policy.vpnconn.yaml' }).waitFor();
  const inTitle = (label: string) =>
    page.locator(`.editor-actions .action-label[aria-label^="${label}"]`).first();
  await inTitle('Apply with Automatic Rollback').waitFor();
  await inTitle('Copy Plan').waitFor();

  await inTitle('Apply Update').click();
  expect(await window.dialogText()).toContain('2 changes');
  await window.pressDialogButton('Preview Changes');
  await window.pressNotificationButton('2 fields change', 'Apply Update…');
  await window.pressDialogButton('Apply Update');
  await window.editor(/^response .*\.json/);
  // Next to the plan, not in its place; the plan is there once.
  const plans = page.locator('.tab').filter({ hasText: 'Live ↔ After Update' });
  await until('one plan', async () => ((await plans.count()) === 1 ? true : undefined));
  expect(editor.requests('PUT')).toHaveLength(1);
});
