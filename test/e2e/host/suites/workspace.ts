// Files of the workspace that are not open: their problems, and their connections.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { closeAll } from '../documents';
import { describe, it } from '../miniTest';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const fileNamed = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

function write(file: vscode.Uri, connection: string, network: string): Thenable<void> {
  const text = [
    'project_id: aaaa2222333344445555666677778888',
    `vpn_connection_id: ${connection}`,
    'vpn_connection:',
    '  name: across-files',
    `  peer_subnets: [${network}]`,
    '',
  ].join('\n');
  return vscode.workspace.fs.writeFile(file, Buffer.from(text));
}

/** Replaces the first `from` of a file in an editor, saves it, and closes the editor. */
async function saveAndClose(file: vscode.Uri, from: string, to: string): Promise<void> {
  // What an extension opens by itself stays open for minutes after its editor is closed.
  await vscode.commands.executeCommand('vscode.open', file, { preview: false });
  const editor = await until('the editor', () =>
    vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === file.toString(),
    ),
  );
  const start = editor.document.getText().indexOf(from);
  assert.ok(start >= 0, `no ${from}`);
  const [begin, end] = [start, start + from.length].map((at) => editor.document.positionAt(at));
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(begin!, end!), to)));
  assert.ok(await editor.document.save());
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

const overlapIn = (file: vscode.Uri): vscode.Diagnostic | undefined =>
  vscode.languages
    .getDiagnostics(file)
    .find(({ code }) =>
      typeof code === 'object' ? code.value === 'files/overlap' : code === 'files/overlap',
    );

describe('a network that two files give to different connections', () => {
  it('is a problem of both, also of the one that is not open, until one of them changes', async () => {
    const [open, closed] = [fileNamed('one.vpnconn.yaml'), fileNamed('two.vpnconn.yaml')];
    const [first, second] = [
      '0aaaaaaa-0000-4000-8000-000000000001',
      '0aaaaaaa-0000-4000-8000-000000000002',
    ];
    // Not every editor watches the disk, so everything happens in it.
    await write(open, first, '10.77.0.0/16');
    await write(closed, second, '10.77.3.0/24');
    await saveAndClose(closed, 'project_id', '# saved\nproject_id');
    try {
      await vscode.window.showTextDocument(open);
      const found = await until('the problem of the open file', () => overlapIn(open));
      const [related] = found.relatedInformation ?? [];
      assert.equal(related?.location.uri.toString(), closed.toString());
      assert.equal(related.location.range.start.line, 5);
      await until('the problem of the closed file', () => overlapIn(closed));
      const symbols = await until('the connection', async () => {
        const all = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          second,
        );
        return all.length > 0 ? all : undefined;
      });
      assert.equal(symbols[0]?.name, `across-files · ${second}`);
      assert.equal(symbols[0].location.uri.toString(), closed.toString());
      await saveAndClose(closed, '10.77.3.0/24', '10.78.3.0/24');
      await vscode.window.showTextDocument(open);
      await until('no problem any more', () => (overlapIn(open) === undefined ? true : undefined));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(open);
      await vscode.workspace.fs.delete(closed);
    }
  });
});
