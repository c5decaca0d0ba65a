// Files and virtual documents as the suites need them.
import * as vscode from 'vscode';
import { until } from '../support/until';

/** Opens a file of the workspace as it was at first, with the cursor where `at` first occurs. */
export async function openExample(name: string, at?: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  return openAt(vscode.Uri.joinPath(folder, name), at);
}

/** Opens a text that is in no file. */
export async function openText(content: string, at?: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'vpnconn', content });
  return openAt(document.uri, at);
}

async function openAt(uri: vscode.Uri, at: string | undefined): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
  });
  const offset = at === undefined ? 0 : editor.document.getText().indexOf(at);
  if (offset < 0) throw new Error(`no ${at} in ${uri.toString()}`);
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** The tabs that show a request or a response. */
export function presentedTabs(): readonly { readonly tab: vscode.Tab; readonly uri: vscode.Uri }[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap((tab) =>
      tab.input instanceof vscode.TabInputText && tab.input.uri.scheme.startsWith('vpnconn-')
        ? [{ tab, uri: tab.input.uri }]
        : [],
    );
}

/** The one document that shows a request or a response. */
export function presentedDocument(): Promise<vscode.TextDocument> {
  return until('a request or response', async () => {
    const tabs = presentedTabs();
    return tabs.length === 1 ? vscode.workspace.openTextDocument(tabs[0]!.uri) : undefined;
  });
}

/** The title of the page that shows a plan. */
export async function presentedPlan(): Promise<string> {
  const page = await until('the page of a plan', () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputWebview),
  );
  return page.label;
}

/** Closes everything without saving. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
