// What an engineer sees while writing: problems, hovers and completions in the editor itself.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const editor = useEditor();

test('underlines each mistake of the practice file, where it is', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('lifetime_secs');
  const found = await pane.squiggles();
  const errors = found.filter(({ severity }) => severity === 'error').map(({ text }) => text);
  expect(errors).toEqual(
    expect.arrayContaining(['site e', 'style', '192.168.23.0/33', 'v3', 'SHA2-256', 'group3']),
  );
  expect(found).toContainEqual({ severity: 'warning', text: '192.168.24.5/24' });
});

test('lists the problems with their codes in the Problems view', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('lifetime_secs');
  const problems = (await window.problems(5)).join('\n');
  expect(problems).toContain('vpnconn');
  expect(problems).toContain('schema/pattern');
  expect(problems).toContain('subnets/reserved');
});

test('finds nothing wrong with a good example', async () => {
  const window = await editor.open();
  const pane = await window.openFile('policy.vpnconn.yaml');
  await pane.codeLens('Apply update');
  await pane.noSquiggles('error');
  await pane.noSquiggles('warning');
});

test('mends a wrong value by completion', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('v3');
  await pane.selectWord('v3');
  await pane.type('Delete');
  expect(await pane.completions()).toEqual(expect.arrayContaining(['v1', 'v2']));
  await pane.acceptCompletion('v2');
  await pane.noSquiggleUnder('v2');
  expect(await pane.text()).toContain('\n    ike_version: v2 # v1 or v2\n');
});

test('shows the allowed values behind a wrong one', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('v3');
  await pane.placeCursorAfter('ike_version: v3');
  expect(await pane.completions()).toEqual(expect.arrayContaining(['v1', 'v2']));
  await pane.acceptCompletion('v2');
  expect(await pane.text()).toContain('\n    ike_version: v2 # v1 or v2\n');
});

test('offers the missing keys, and the accepted one is ready for its value', async () => {
  const window = await editor.open({ files: { 'new.vpnconn.yaml': unfinished } });
  const pane = await window.openFile('new.vpnconn.yaml');
  await pane.placeCursorAfter('name: site-a');
  await pane.type('Enter');
  const offered = await pane.completions();
  expect(offered).toContain('psk');
  expect(offered).not.toContain('name');
  await pane.acceptCompletion('peer_subnets');
  expect(await pane.text()).toMatch(/\n {2}name: site-a\n {2}peer_subnets:\n {4}- /);
});

test('explains a key, and a value, where the pointer rests', async () => {
  const window = await editor.open();
  const pane = await window.openFile('static.vpnconn.yaml');
  await pane.codeLens('Apply update');
  expect(await pane.hover('tunnel_peer_address', 'Source')).toContain('tunnel_peer_address');
  await pane.dismissHover();
  expect(await pane.hover('seq-hash-notify', 'Source')).toContain('seq-hash-notify');
});

test('shows the fixes of a problem in its hover without scrolling', async () => {
  const window = await editor.open();
  const pane = await window.openFile('with-mistakes.vpnconn.yaml');
  await pane.squiggleUnder('lifetime_secs');
  for (const [text, expected] of [
    ['v3', 'IKE version must be'],
    ['SHA2-256', 'Upper and lower case'],
    ['169.254.195.6/30', 'The service reserves'],
  ] as const) {
    await pane.hover(text, expected);
    expect(await pane.isShownWhole('Quick Fix'), text).toBe(true);
    await pane.dismissHover();
  }
});

test('has the language and no YAML extension of its own to depend on', async () => {
  const window = await editor.open({ files: { 'short.vpnconn.yml': unfinished } });
  await window.openFile('short.vpnconn.yml');
  await window.statusBarItem('VPN Connection Update');
});

const unfinished = `project_id: 0605768a0780d5c02f9bc010cbc2ee4a
vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3
vpn_connection:
  name: site-a
`;
