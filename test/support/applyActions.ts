// Applies code actions to a text, as an editor does.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';

/** The text after all edits of `actions` for the file `uri`. */
export function applyActions(text: string, uri: string, actions: readonly CodeAction[]): string {
  const edits = actions.flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  return TextDocument.applyEdits(TextDocument.create(uri, 'vpnconn', 1, text), [...edits]);
}
