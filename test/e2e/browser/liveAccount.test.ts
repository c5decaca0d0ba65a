// Names of the live account while somebody writes: behind identifiers, and in the list of completion.
import { expect, test } from 'vitest';
import {
  connectionIds,
  customerGatewayIds,
  projectId,
} from '../../../client/src/sandbox/seeds/project';
import { until } from '../support/until';
import { useEditor } from '../support/useEditor';

const editor = useEditor({ machine: { 'vpnconn.completion.liveAccount': true } });

const text = `project_id: ${projectId}
vpn_connection_id: ${connectionIds.policy}
vpn_connection:
  name: site-a
  cgw_id: 
`;

test('a connection has its name behind it, and a gateway is chosen by name', async () => {
  const window = await editor.open({ files: { 'names.vpnconn.yaml': text } });
  const pane = await window.openFile('names.vpnconn.yaml');
  const shows = (wanted: string) =>
    until(`"${wanted}" in the editor`, async () => {
      const shown = await window.page.locator('.editor-instance .view-lines').first().innerText();
      return shown.replaceAll('\u00a0', ' ').includes(wanted) || undefined;
    });
  await shows('site-a · ACTIVE');
  await pane.placeCursorAfter('cgw_id:');
  await window.page.keyboard.press('End');
  expect(await pane.completions()).toEqual([
    'cgw-hamburg',
    'cgw-krakow',
    'cgw-lyon',
    'cgw-milan',
    'cgw-warehouse',
  ]);
  await window.page.keyboard.type('lyo');
  expect(await pane.completions()).toEqual(['cgw-lyon']);
  await pane.acceptCompletion('cgw-lyon');
  await shows('cgw-lyon');
  expect(await pane.text()).toContain(`cgw_id: ${customerGatewayIds.lyon}`);
  expect(editor.requests('PUT')).toEqual([]);
});
