// Code lenses above each document: apply it, see what it changes, or look at its request first.
import type { CodeLens } from 'vscode-languageserver-types';
import { codeLensCommands, type SeenDocument } from '../../protocol/messages';
import { positionInFile, type Snapshot } from '../snapshot';

const lenses = [
  ['Apply update', codeLensCommands.applyUpdate],
  ['Preview changes', codeLensCommands.previewChanges],
  ['Show request', codeLensCommands.showRequest],
] as const;

/** "Apply update | Preview changes | Show request" above the first line of each document that is not empty. */
export function codeLenses(snapshot: Snapshot, uri: string, version: number): CodeLens[] {
  return snapshot.documents.flatMap((document) => {
    const { root, text, identity } = document.analysis;
    if (root === undefined) return [];
    const start = positionInFile(document, text.length - text.trimStart().length);
    const range = { start, end: start };
    const seen: SeenDocument = { version, connectionId: identity?.connection ?? '' };
    const target = [uri, positionInFile(document, root.span.start), seen];
    return lenses.map(([title, command]) => ({
      range,
      command: { title, command, arguments: target },
    }));
  });
}
