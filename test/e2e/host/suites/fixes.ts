// Quick fixes as the light bulb and the save of a file use them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { closeAll, openText } from '../documents';
import { describe, it } from '../miniTest';

/** One fix of each kind: what it is called, and the body before and after. */
const fixes: readonly (readonly [title: string, before: string, after: string])[] = [
  ['Change to "v2"', 'ikepolicy:\n    ike_version: V2', 'ikepolicy:\n    ike_version: v2'],
  ['Change to "psk"', 'pks: !secret a', 'psk: !secret a'],
  ['Put it in quotes', 'name: 0123 # a site', "name: '0123' # a site"],
  ['Remove the quotes', 'ikepolicy: {lifetime_seconds: "60"}', 'ikepolicy: {lifetime_seconds: 60}'],
  ['Change to "10.0.0.0/8"', 'peer_subnets: [10.0.0.1/8]', 'peer_subnets: [10.0.0.0/8]'],
  ['Make it a list', 'peer_subnets: 10.0.0.0/8', 'peer_subnets: [10.0.0.0/8]'],
  ['Remove this entry', 'peer_subnets: [10.0.0.0/8, 10.0.0.0/8]', 'peer_subnets: [10.0.0.0/8]'],
  ['Remove this key', 'name: a\n  tags: []', 'name: a'],
  [
    'Move this key under "ikepolicy"',
    'name: a\n  dh_group: group20',
    'name: a\n  ikepolicy:\n    dh_group: group20',
  ],
  [
    'Add "peer_id" with an example',
    'ikepolicy: {peer_id_type: fqdn}',
    'ikepolicy: {peer_id_type: fqdn, peer_id: branch-gw.example.com}',
  ],
  [
    'Ignore "crypto/pfs-disabled" on this line',
    'ipsecpolicy:\n    pfs: disable',
    'ipsecpolicy:\n    # vpnconn-disable-next-line crypto/pfs-disabled\n    pfs: disable',
  ],
  [
    'Change to "169.254.70.2/30"',
    'tunnel_local_address: 169.254.70.1/30\n  tunnel_peer_address: 169.254.80.2/30',
    'tunnel_local_address: 169.254.70.1/30\n  tunnel_peer_address: 169.254.70.2/30',
  ],
  ['Change to "group20"', 'ikepolicy: {dh_group: group2}', 'ikepolicy: {dh_group: group20}'],
  [
    'Change to "0"',
    'policy_rules:\n    - {rule_index: 1, source: 10.0.0.0/24, destination: [10.1.0.0/24]}\n    - {rule_index: 1, source: 10.0.1.0/24, destination: [10.1.0.0/24]}',
    'policy_rules:\n    - {rule_index: 1, source: 10.0.0.0/24, destination: [10.1.0.0/24]}\n    - {rule_index: 0, source: 10.0.1.0/24, destination: [10.1.0.0/24]}',
  ],
  ['Remove it', '# vpnconn-disable-next-line psk/literal\n  name: a', 'name: a'],
];

/** The same for fixes whose edit stands outside the body: whole texts. */
const fixesElsewhere: typeof fixes = [
  [
    'Say under "context" that "flavor" is "GM"',
    updateWith('ikepolicy: {encryption_algorithm: sm4}'),
    updateWith('ikepolicy: {encryption_algorithm: sm4}').replace(
      'vpn_connection:',
      'context:\n  flavor: GM\nvpn_connection:',
    ),
  ],
  [
    'Ignore "crypto/pfs-disabled" in this file',
    updateWith('ipsecpolicy: {pfs: disable}'),
    `# vpnconn-disable-file crypto/pfs-disabled\n${updateWith('ipsecpolicy: {pfs: disable}')}`,
  ],
  [
    'Replace tabs by spaces',
    updateWith('name: a').replace('  name: a', '\tname: a'),
    updateWith('name: a'),
  ],
];

describe('a quick fix', () => {
  const inBody = fixes.map(
    ([title, before, after]) => [title, updateWith(before), updateWith(after)] as const,
  );
  for (const [title, before, after] of [...inBody, ...fixesElsewhere]) {
    it(`does what it says: ${title}`, async () => {
      const { document } = await openText(before);
      const action = await until(title, async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
          vscode.CodeActionKind.QuickFix.value,
        );
        return actions.find((each) => each.title === title);
      });
      assert.ok(await vscode.workspace.applyEdit(action.edit!));
      assert.equal(document.getText(), after);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await closeAll();
    });
  }
});

describe('source.fixAll.vpnconn', () => {
  it('mends on save what is safe to mend, and nothing else', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, 'fix-on-save.vpnconn.yaml');
    const before = updateWith('name: 0123\n  ikepolicy: {dh_group: Group2, pfs: group20}');
    await vscode.workspace.fs.writeFile(file, Buffer.from(`# new\n${before}`));
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'vpnconn' });
    const onSave = (value: unknown) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await onSave({ 'source.fixAll.vpnconn': 'always' });
    try {
      const editor = await vscode.window.showTextDocument(file);
      await until(
        'the problems',
        () => vscode.languages.getDiagnostics(file).length > 0 || undefined,
      );
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
      assert.ok(await editor.document.save());
      const mended = updateWith("name: '0123'\n  ikepolicy: {dh_group: group2, pfs: group20}");
      assert.equal(Buffer.from(await vscode.workspace.fs.readFile(file)).toString(), mended);
    } finally {
      await onSave(undefined);
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });
});

function updateWith(body: string): string {
  return [
    'project_id: 0605768a0780d5c02f9bc010cbc2ee4a',
    'vpn_connection_id: 1d7e0b64-5a2f-4c8d-9e31-b06f4a8c2d57',
    'vpn_connection:',
    `  ${body}`,
    '',
  ].join('\n');
}
