// What has to be true of the extension as soon as a file of its language is open.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../../support/until';
import { describe, it } from '../miniTest';

const extensionId = 'vpnconn.vpnconn';

describe('activation', () => {
  it('gives the files their language and activates with the first one', async () => {
    const document = await openExample('policy.vpnconn.yaml');
    assert.equal(document.languageId, 'vpnconn');
    await until(
      'activation',
      () => vscode.extensions.getExtension(extensionId)?.isActive || undefined,
    );
  });

  it('registers exactly the commands of the manifest', async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest;
    const declared = manifest.contributes.commands.map(({ command }) => command);
    // The editor adds commands of its own for each view, below the name of the view.
    const views = Object.values(manifest.contributes.views).flat();
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) =>
        command.startsWith('vpnconn.') && !views.some(({ id }) => command.startsWith(`${id}.`)),
    );
    assert.deepEqual(registered.sort(), declared.sort());
  });

  it('reports the errors of a file, each with a code and on one line', async () => {
    const { uri } = await openExample('with-mistakes.vpnconn.yaml');
    const diagnostics = await diagnosticsOf(uri, (all) => all.length > 0);
    const errors = diagnostics.filter(
      ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
    );
    assert.ok(errors.length >= 10, `${errors.length} errors`);
    for (const { code, range, source } of diagnostics) {
      assert.ok(code !== undefined && code !== '', 'a diagnostic without a code');
      assert.ok(range.isSingleLine, `${JSON.stringify(code)} spans several lines`);
      assert.equal(source, 'vpnconn');
    }
  });

  it('finds nothing wrong with the other examples', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.ok(names.length > 1);
    for (const name of names.filter((each) => each !== 'with-mistakes.vpnconn.yaml')) {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.window.showTextDocument(uri);
      // The outline is computed from the same text, so its arrival means that the text was read.
      await until(`outline of ${uri.path}`, async () =>
        (
          await vscode.commands.executeCommand<unknown[] | undefined>(
            'vscode.executeDocumentSymbolProvider',
            uri,
          )
        )?.length
          ? true
          : undefined,
      );
      const errors = vscode.languages
        .getDiagnostics(uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      assert.deepEqual(errors, [], uri.path);
    }
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

async function openExample(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
  await vscode.window.showTextDocument(document);
  return document;
}

function diagnosticsOf(
  uri: vscode.Uri,
  isComplete: (all: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(`diagnostics of ${uri.path}`, () => {
    const all = vscode.languages.getDiagnostics(uri);
    return isComplete(all) ? all : undefined;
  });
}
