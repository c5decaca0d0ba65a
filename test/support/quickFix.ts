// Asks for code actions and makes them, as an editor does.
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import {
  codeActions,
  createSnapshot,
  fixAllKind,
  type CodeActionOptions,
} from '../../server/src/service';
import { applyActions } from './applyActions';

const uri = 'file:///a.vpnconn.yaml';

/** What the tests say about the client, unless they say something else. */
const client: CodeActionOptions = { uri, storesSecrets: true };

/** The range of a whole text. */
export function wholeRange(text: string): Range {
  const document = TextDocument.create(uri, 'vpnconn', 1, text);
  return { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
}

/** The actions for a whole text, or for `range`. */
export function actionsOf(
  text: string,
  options: Partial<CodeActionOptions> = {},
  range: Range = wholeRange(text),
): CodeAction[] {
  return codeActions(createSnapshot(text), range, { ...client, ...options });
}

/** The actions that mend a problem with this code. */
export function fixesOf(text: string, code: string): CodeAction[] {
  return actionsOf(text).filter(({ diagnostics = [] }) =>
    diagnostics.some((diagnostic) => diagnostic.code === code),
  );
}

/** The text after `action`. Edits that overlap are an error, as in an editor. */
export function withAction(text: string, action: CodeAction): string {
  return applyActions(text, uri, [action]);
}

/** The text after everything that can be mended safely has been mended once. */
export function withFixAll(text: string): string {
  return actionsOf(text, { only: [fixAllKind] }).reduce(withAction, text);
}
