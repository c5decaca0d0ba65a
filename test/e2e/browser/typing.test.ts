// A document that is typed key by key, as slowly as the list of completions needs to appear by itself.
import { expect, test } from 'vitest';
import { useEditor } from '../support/useEditor';

const editor = useEditor();

interface TypedLine {
  /** Levels of indentation that Backspace takes away first. */
  readonly back?: number;
  readonly text: string;
  /** The completion that is offered at the end of the line: what was typed. */
  readonly offered?: string;
}

// The editor indents a line below a key by itself.
const lines: readonly TypedLine[] = [
  { text: 'project_id: 0605768a0780d5c02f9bc010cbc2ee4a' },
  { text: 'vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3' },
  { text: 'vpn_connection:' },
  { text: 'name: site-a' },
  { text: 'ikepolicy:' },
  { text: 'ike_version: v2', offered: 'v2' },
  { text: 'dh_group: group20', offered: 'group20' },
  { text: 'lifetime_seconds: 86400', offered: '86400' },
  { back: 1, text: 'ipsecpolicy:' },
  { text: 'pfs: group20', offered: 'group20' },
  { text: 'transform_protocol: esp', offered: 'esp' },
  { back: 1, text: 'peer_subnets:' },
  { text: '- 192.168.1.0/24' },
];

const typed = `project_id: 0605768a0780d5c02f9bc010cbc2ee4a
vpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3
vpn_connection:
  name: site-a
  ikepolicy:
    ike_version: v2
    dh_group: group20
    lifetime_seconds: 86400
  ipsecpolicy:
    pfs: group20
    transform_protocol: esp
  peer_subnets:
    - 192.168.1.0/24`;

test('Enter after a complete value begins the next line, though its completion is offered', async () => {
  const window = await editor.open({ files: { 'typed.vpnconn.yaml': '' } });
  const pane = await window.openFile('typed.vpnconn.yaml');
  await pane.focus();
  for (const [index, { back = 0, text, offered }] of lines.entries()) {
    for (let count = 0; count < back; count++) await pane.type('Backspace');
    await pane.typeText(text);
    if (offered !== undefined) await pane.offered(offered);
    if (index < lines.length - 1) await pane.type('Enter');
  }
  await pane.type('Escape');
  expect(await pane.text()).toBe(typed);
});
