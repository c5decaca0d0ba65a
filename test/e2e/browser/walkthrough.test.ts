// The walkthrough in the real editor: every step is there, with its picture, and its buttons do what they say.
import { expect, test } from 'vitest';
import { naturalWidth } from '../support/images.mjs';
import { useEditor } from '../support/useEditor';

const editor = useEditor();

test('leads from the sandbox to an applied update', async () => {
  const window = await editor.open();
  // Newer editors leave the pictures out where there is little room.
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  await window.runCommand('Welcome: Open Walkthrough');
  await window.pick('Change a VPN Connection');
  const page = window.page.locator('.gettingStartedContainer');
  const walkthrough = window.page.locator('.tab').filter({ hasText: /Walkthrough|Welcome/ });
  const steps = page.locator('.getting-started-step .step-title');
  await steps.first().waitFor();
  expect(await steps.allInnerTexts()).toEqual([
    'Start the sandbox',
    'Open a file for a connection',
    'Edit, and be told before the API is',
    'See what would change',
    'Apply and roll back',
  ]);
  const picture = page.locator('.getting-started-media img');
  await picture.waitFor();
  const width = await picture.evaluate(naturalWidth);
  expect(width).toBeGreaterThan(400);

  await page.getByRole('button', { name: 'Start Sandbox' }).click();
  await window.notification('The sandbox runs at');
  await steps.nth(1).click();
  await page.getByRole('button', { name: 'New Update File…' }).click();
  await window.pick('site-a');
  await window.pick('All fields');
  const pane = await window.editor('site-a.vpnconn.yaml');
  expect(await pane.text()).toContain('style: policy\n');
  // A step is ticked when it is done, not when its button is pressed.
  await walkthrough.click();
  const ticked = page.locator('.getting-started-step .codicon-getting-started-step-checked');
  await steps.nth(3).click();
  expect(await ticked.count()).toBe(2);
  // The buttons are about the file in the other tab.
  await page.getByRole('button', { name: 'Preview Changes' }).click();
  await window
    .planPage()
    .getByText(/No changes|no field changes|Nothing changes/i)
    .first()
    .waitFor();
  await walkthrough.click();
  await expect.poll(() => ticked.count()).toBe(3);
  // The sandbox of the window, and not the one of the settings, has been asked.
  expect(editor.sandbox.requests).toEqual([]);
});
