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
    // The hover opens upwards: this one leaves the problems below it in sight.
    expect(await pane.hover('site e', 'vpnconn')).toContain('name');
    await window.screenshot(picture('diagnostics'));
  });

  test('completion with the meaning of a value', async () => {
    const window = await editor.open({ size });
    const pane = await window.openFile('static.vpnconn.yaml');
    await pane.codeLens('Apply update');
    await pane.placeCursorAfter('dh_group: ');
    await pane.type('Shift+End');
    await pane.type('Delete');
    expect(await pane.completions()).toContain('group20');
    await pane.showCompletionDetails();
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
    await window.notification('update accepted');
    await window.notificationGone('Applying the update');
    await window.screenshot(picture('response'));
  });
});
