// Takes the pictures of the README, of the real product at work, in both colours.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { context } from '../support/context';
import { useEditor } from '../support/useEditor';

const size = { width: 1120, height: 680, scale: 1.5 };

describe.each([
  { theme: 'Default Light Modern', suffix: '' },
  { theme: 'Default Dark Modern', suffix: '-dark' },
])('$theme', ({ theme, suffix }) => {
  const editor = useEditor({
    user: {
      'workbench.colorTheme': theme,
      'editor.minimap.enabled': false,
      'editor.fontSize': 13,
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
    },
  });
  const picture = (name: string) => join(context.root, 'docs/images', `${name}${suffix}.png`);

  test('a problem under the pointer', async () => {
    const window = await editor.open({ size });
    const pane = await window.openFile('with-mistakes.vpnconn.yaml');
    await pane.squiggleUnder('v3');
    await pane.codeLens('Apply update');
    expect(await pane.hover('192.168.24.5/24', 'vpnconn')).toContain('192.168.24.0/24');
    await window.screenshot(picture('diagnostics'));
  });

  test('completion with the meaning of a value', async () => {
    const window = await editor.open({ size });
    const pane = await window.openFile('bgp.vpnconn.yaml');
    await pane.codeLens('Apply update');
    await pane.selectWord('group21');
    await pane.type('Delete');
    await pane.completions();
    await window.screenshot(picture('completion'));
  });

  test('the question before anything is sent, and the response', async () => {
    const window = await editor.open({ size });
    await window.openFile('policy.vpnconn.yaml');
    await window.runCommand('View: Toggle Primary Side Bar Visibility');
    await window.runCommand('VPN Connection: Apply Update');
    expect(await window.dialogText()).toContain('peer_subnets');
    await window.screenshot(picture('confirmation'));
    await window.pressDialogButton('Apply Update');
    await window.editor(/^response .*\.json/);
    await window.notification('The update was accepted');
    await window.screenshot(picture('response'));
  });
});
