// A careful change from the first to the last step, in one window: sign in, pull, edit, preview, apply,
// watch it settle, look at the journal, restore.
import { expect, test } from 'vitest';
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { connectionIds, projectId } from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';

// Without credentials in the environment: somebody signs in.
const editor = useEditor({ env: { HUAWEICLOUD_SDK_AK: '', HUAWEICLOUD_SDK_SK: '' } });
const file = 'site-a.vpnconn.yaml';
const text = `project_id: ${projectId}
vpn_connection_id: ${connectionIds.policy}
vpn_connection:
  name: out-of-date # as in the plan of the site
  ikepolicy:
    lifetime_seconds: 3600
`;

test('walks from signing in to restoring', async () => {
  const window = await editor.open({ files: { [file]: text } });
  const { accessKey, secretKey } = demoCredentials.accessKey;
  const pane = await window.openFile(file);

  await window.runCommand('VPN Connection: Sign In');
  await window.pick('permanent access key');
  await window.answer('Access key', accessKey);
  await window.answer('Secret key', secretKey);
  await window.notification('Signed in to');

  await window.runCommand('VPN Connection: Pull Current Values');
  await until('the live values', async () =>
    (await pane.text()).includes('name: site-a # as in the plan of the site') ? true : undefined,
  );
  expect(await pane.text()).toContain('lifetime_seconds: 86400\n');

  await pane.selectWord('86400');
  await window.page.keyboard.type('43200');
  await window.runCommand('VPN Connection: Preview Changes');
  await window.planPage().getByText('43200').first().waitFor();
  expect(editor.requests('PUT')).toEqual([]);

  await window.runCommand('VPN Connection: Apply Update');
  const question = await window.dialogText();
  expect(question).toContain('ikepolicy.lifetime_seconds: 86400 → 43200');
  await window.pressDialogButton('Apply Update');
  await window.notification('update accepted');
  await window.notification('site-a updated');

  await window.runCommand('VPN Connections: Focus on History View');
  const entry = window.page
    .locator('.pane', { hasText: 'History' })
    .locator('.monaco-list-row')
    .filter({ hasText: 'site-a' });
  await entry
    .filter({ hasText: /Connected · 2 fields · / })
    .first()
    .waitFor();
  await entry.first().hover();
  await entry
    .first()
    .getByRole('button', { name: /Restore Previous Values/ })
    .click();
  const restoring = await window.editor('site-a-restore.vpnconn.yaml');
  expect(await restoring.text()).toContain('lifetime_seconds: 86400\n');

  await window.runCommand('VPN Connection: Apply Update');
  expect(await window.dialogText()).toContain('ikepolicy.lifetime_seconds: 43200 → 86400');
  await window.pressDialogButton('Apply Update');
  const puts = await until('the second PUT', () => {
    const all = editor.requests('PUT');
    return all.length === 2 ? all : undefined;
  });
  expect(puts.map(({ status }) => status)).toEqual([200, 200]);
  expect(puts[1]?.body).toEqual({ vpn_connection: { ikepolicy: { lifetime_seconds: 86400 } } });
});
