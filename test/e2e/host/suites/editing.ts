// What the editor makes of edits that the language server hands it: formatting, order, names.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { updateText } from '../../../support/updateText';
import { until } from '../../support/until';
import { closeAll, openText } from '../documents';
import { describe, it } from '../miniTest';

const untidy = updateText(
  'name:   "01"  # "kept":  as it is\nikepolicy:\n      dh_group:  group20',
);
const tidy = updateText('name: "01"  # "kept":  as it is\nikepolicy:\n  dh_group: group20');

describe('formatting', () => {
  it('tidies a document once and for all, values and comments kept', async () => {
    const { document } = await openText(untidy);
    await becomes(document, tidy, () => run('editor.action.formatDocument'));
    const { version } = document;
    await run('editor.action.formatDocument');
    assert.deepEqual([document.version, document.getText()], [version, tidy]);
    await run('undo');
    assert.equal(document.getText(), untidy);
    await closeAll();
  });

  it('keeps the line breaks of Windows', async () => {
    const { document } = await openText(untidy.replaceAll('\n', '\r\n'));
    await becomes(document, tidy.replaceAll('\n', '\r\n'), () =>
      run('editor.action.formatDocument'),
    );
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await closeAll();
  });

  it('of a selection leaves the other lines alone', async () => {
    const editor = await openText(updateText('name:   a\npeer_subnets:   []\npsk:   !secret a'));
    editor.selection = new vscode.Selection(4, 4, 4, 6);
    await becomes(
      editor.document,
      updateText('name:   a\npeer_subnets: []\npsk:   !secret a'),
      () => run('editor.action.formatSelection'),
    );
    await closeAll();
  });
});

describe('Organize Keys', () => {
  it('puts keys in order, with their comments', async () => {
    const { document } = await openText(
      updateText('# the tunnel\nikepolicy:\n  dh_group: group20\nname: site-a # beside'),
    );
    await becomes(
      document,
      updateText('name: site-a # beside\n# the tunnel\nikepolicy:\n  dh_group: group20'),
      () => run('editor.action.codeAction', { kind: 'source.organizeKeys', apply: 'first' }),
    );
    await closeAll();
  });
});

describe('Enter', () => {
  const cases = [
    ['vpn_connection:', 'vpn_connection:\n  '],
    ['vpn_connection:\n  ikepolicy: # phase 1', 'vpn_connection:\n  ikepolicy: # phase 1\n    '],
    ['vpn_connection:\n  name: site-a', 'vpn_connection:\n  name: site-a\n  '],
    ['    - source: 10.0.0.0/24', '    - source: 10.0.0.0/24\n      '],
    ['    - destination:', '    - destination:\n        '],
  ] as const;
  for (const [before, after] of cases)
    it(`goes on where the next line belongs: ${JSON.stringify(after)}`, async () => {
      const editor = await openText(before);
      const end = editor.document.positionAt(before.length);
      editor.selection = new vscode.Selection(end, end);
      await run('type', { text: '\n' });
      assert.equal(editor.document.getText(), after);
      await closeAll();
    });
});

describe('saving', () => {
  it('mends first and formats then, when both are wanted', async () => {
    const file = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders![0]!.uri,
      'tidy-on-save.vpnconn.yaml',
    );
    const before = updateText('name:   0123  # kept\nikepolicy: {dh_group:   Group20}');
    await vscode.workspace.fs.writeFile(file, Buffer.from(`# new\n${before}`));
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'vpnconn' });
    const onSave = async (format: true | undefined, actions: object | undefined) => {
      const user = vscode.ConfigurationTarget.Global;
      await settings.update('formatOnSave', format, user, true);
      await settings.update('codeActionsOnSave', actions, user, true);
    };
    await onSave(true, { 'source.fixAll.vpnconn': 'always' });
    try {
      const editor = await vscode.window.showTextDocument(file);
      await until(
        'the problems',
        () => vscode.languages.getDiagnostics(file).length > 0 || undefined,
      );
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
      assert.ok(await editor.document.save());
      assert.equal(
        Buffer.from(await vscode.workspace.fs.readFile(file)).toString(),
        updateText("name: '0123'  # kept\nikepolicy: {dh_group: group20}"),
      );
    } finally {
      await onSave(undefined, undefined);
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('renaming an anchor', () => {
  it('renames its aliases in this document and in no other', async () => {
    const text = 'x-ike: &weak {dh_group: group20}\nvpn_connection:\n  ikepolicy: *weak\n';
    const { document } = await openText(`${text}---\n${text}`);
    const edit = await until('the edit of the rename', async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(text.indexOf('*weak') + 2),
        'strong',
      ),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), `${text.replaceAll('weak', 'strong')}---\n${text}`);
    await closeAll();
  });

  it('is refused elsewhere', async () => {
    const { document } = await openText(updateText('name: a'));
    const refusal = await Promise.resolve(
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('name')),
        'b',
      ),
    ).then(
      () => 'renamed',
      (error: unknown) => String(error),
    );
    assert.match(refusal, /can't be renamed/);
    await closeAll();
  });
});

function run(command: string, ...args: readonly unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...args);
}

/** Does it again until it has worked: the editor may not know our features yet. */
async function becomes(
  document: vscode.TextDocument,
  expected: string,
  act: () => Thenable<unknown>,
): Promise<void> {
  let last = '';
  await until('the wanted text', async () => {
    await act();
    last = document.getText();
    return last === expected || undefined;
  }).catch(() => {
    assert.equal(last, expected);
  });
}
