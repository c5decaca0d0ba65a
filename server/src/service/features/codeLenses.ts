// Code lenses above each document: apply it, see what it changes, or look at its request first.
import type { CodeLens } from 'vscode-languageserver-types';
import { codeLensCommands, type SeenDocument } from '../../protocol/messages';
import { positionInFile, type Snapshot } from '../snapshot';
import { noLiveNames, type LiveNames } from './liveNames';
import { visibleText } from './plainText';

/**
 * `Apply update to site-b (ACTIVE) | Preview changes | Show request` above the first line of each document
 * that isn't empty. Name and status are those of the live account, when they are known.
 */
export function codeLenses(
  snapshot: Snapshot,
  { uri, version }: { readonly uri: string; readonly version: number },
  names = noLiveNames,
): CodeLens[] {
  return snapshot.documents.flatMap((document) => {
    const { root, text, identity } = document.analysis;
    if (root === undefined) return [];
    const start = positionInFile(document, text.length - text.trimStart().length);
    const range = { start, end: start };
    const connectionId = identity?.connection ?? '';
    const seen: SeenDocument = { version, connectionId };
    const target = [uri, positionInFile(document, root.span.start), seen];
    return [
      [applyTitle(connectionId, names), codeLensCommands.applyUpdate],
      ['Preview changes', codeLensCommands.previewChanges],
      ['Show request', codeLensCommands.showRequest],
    ].map(([title = '', command = '']) => ({
      range,
      command: { title, command, arguments: target },
    }));
  });
}

function applyTitle(connectionId: string, names: LiveNames): string {
  const { name = '', status = '' } = names.named('connection', connectionId) ?? {};
  if (name === '') return 'Apply update';
  return status === ''
    ? `Apply update to ${shown(name)}`
    : `Apply update to ${shown(name)} (${shown(status)})`;
}

/** Editors draw `$(name)` in a lens as an icon. */
function shown(text: string): string {
  return visibleText(text).replaceAll('$(', '$ (');
}
