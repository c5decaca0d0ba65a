// From a file in a preview tab to its plan, and from the plan to the applied update.
import { expect, test } from 'vitest';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';

const editor = useEditor();
const file = 'site-a.vpnconn.yaml';
const text = `project_id: ${projectId}
vpn_connection_id: ${connectionIds.policy}
vpn_connection:
  peer_subnets:
    - 192.168.1.0/24
    - 192.168.2.0/24
`;

test('a window that is reloaded compares again when asked to, and reads nothing by itself', async () => {
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Preview Changes');
  await window.planPage().getByText('2 fields change').first().waitFor();
  const read = editor.requests('GET').length;
  const old = window.page.locator('.monaco-workbench');
  await old.evaluate((workbench) => workbench.classList.add('before-reload'));
  await window.runCommand('Developer: Reload Window');
  await window.page.locator('.monaco-workbench:not(.before-reload)').waitFor();
  await window.ready();
  const again = window.planPage().getByRole('button', { name: 'Compare Again' });
  await again.waitFor();
  expect(editor.requests('GET')).toHaveLength(read);
  await again.click();
  await window.planPage().getByText('2 fields change').first().waitFor();
});

test('the plan follows the file, and the keyboard does everything', async () => {
  const window = await editor.open({ files: { [file]: text } });
  const { page } = window;
  const pane = await window.openFile(file);
  await window.runCommand('VPN Connection: Preview Changes');
  const plan = window.planPage();
  await plan.getByText('+ 192.168.2.0/24').waitFor();
  const read = editor.requests('GET').length;

  // The focus is still in the file.
  await pane.placeCursorAfter('192.168.2.0/24');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# moves the update\n');
  await pane.placeCursorAfter('192.168.2.0/24');
  await page.keyboard.type('\n- 192.168.77.0/24');
  await plan.getByText('+ 192.168.77.0/24').waitFor();
  await pane.placeCursorAfter('192.168.77.0/24');
  await page.keyboard.type('x');
  await plan.locator('.notice').waitFor();
  await page.keyboard.press('Backspace');
  await plan.locator('.notice').waitFor({ state: 'hidden' });
  expect(editor.requests('GET')).toHaveLength(read);

  await window.runCommand('View: Focus Right Editor Group');
  const focused = (name: string) => plan.locator('button:focus', { hasText: name });
  for (const name of ['Apply…', 'Apply with Automatic Rollback…', 'Open Diff']) {
    await page.keyboard.press('Tab');
    await focused(name).waitFor();
  }
  await page.keyboard.press('Enter');
  const changed = page.locator('.monaco-diff-editor .view-line');
  await changed.filter({ hasText: '192.168.77.0/24' }).waitFor();
  expect((await changed.allInnerTexts()).join('\n')).not.toContain('#');
  await window.runCommand('View: Close Editor');
  // The focus comes back to where it was.
  await until('the focus on the page', async () =>
    (await plan.locator('body').evaluate('document.hasFocus()')) === true ? true : undefined,
  );
  await page.keyboard.press('Tab');
  await focused('Copy as Markdown').waitFor();
  await page.keyboard.press('Space');
  await window.notification('Change plan copied.');
  expect(await window.clipboard()).toContain('`+ 192.168.77.0/24`');
  expect(editor.requests('PUT')).toEqual([]);
});

test('a picture on the page is shapes and text, whatever else is in it', async () => {
  const window = await editor.open();
  await window.openFile('policy.vpnconn.yaml');
  await window.runCommand('VPN Connection: Preview Changes');
  const plan = window.planPage();
  await plan.getByText('2 fields change').first().waitFor();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><style>rect { fill: red }</style><script>x()</script><foreignObject><b>x</b></foreignObject><image href="a"/><a href="b"/><rect width="9" height="8" style="x" onclick="x()" fill="url(http://c)" stroke="url(#d)"/><text>site-a</text></svg>`;
  const content = `<div data-svg='${svg.replaceAll('<', '&lt;')}'></div>`;
  const message = JSON.stringify({ content, status: '' });
  await plan.locator('body').evaluate(`window.postMessage(${message})`);
  await plan.locator('[data-svg] svg').waitFor({ state: 'attached' });
  const drawn = "document.querySelector('[data-svg]').shadowRoot.querySelector";
  expect(await plan.locator('body').evaluate(`${drawn}('svg').outerHTML`)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="8" stroke="url(#d)"></rect><text>site-a</text></svg>',
  );
  expect(await plan.locator('body').evaluate(`getComputedStyle(${drawn}('rect')).fill`)).toBe(
    'rgb(255, 0, 0)',
  );
});

// Last, because every window tracks what another one has sent.
test('the plan keeps the file open, and applies its update', async () => {
  const window = await editor.open();
  const { page } = window;
  // A single click opens a preview tab, which the next preview tab would replace.
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ hasText: 'policy.vpnconn.yaml' })
    .click();
  const pane = await window.editor('policy.vpnconn.yaml');
  await pane.pressCodeLens('Preview changes');
  const plan = window.planPage();
  await plan.getByRole('heading', { name: 'site-a' }).waitFor();
  await plan.getByText('2 fields change').first().waitFor();
  await plan.getByText('+ 192.168.2.0/24').waitFor();
  await page.locator('.tab.active').filter({ hasText: 'policy.vpnconn.yaml' }).waitFor();
  expect(await window.notifications()).toEqual([]);

  // The editor shows them in the group that has the focus.
  await plan.getByRole('heading', { name: 'site-a' }).click();
  const inTitle = (label: string) =>
    page.locator(`.editor-actions .action-label[aria-label^="${label}"]`);
  await inTitle('Copy Plan').waitFor();
  await inTitle('Apply with Automatic Rollback').waitFor();
  await inTitle('Apply Update').last().click();
  expect(await window.dialogText()).toContain('2 changes');
  await window.pressDialogButton('Preview Changes');
  await plan.getByRole('button', { name: 'Apply…' }).click();
  await window.pressDialogButton('Apply Update');
  await window.editor(/^response .*\.json/);
  // Next to the plan, not in its place.
  await plan.locator('.notice').waitFor();
  expect(await page.locator('.tab').filter({ hasText: 'Plan: site-a' }).count()).toBe(1);
  expect(await page.locator('.tab').filter({ hasText: 'policy.vpnconn.yaml' }).count()).toBe(1);
  expect(editor.requests('PUT')).toHaveLength(1);
});
