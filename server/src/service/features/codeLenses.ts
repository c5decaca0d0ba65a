// Code lenses above each document: apply it, or look at its request first.
import type { CodeLens } from 'vscode-languageserver-types';
import { codeLensCommands } from '../../protocol/messages';
import { positionInFile, type Snapshot } from '../snapshot';

/** "Apply update | Show request" above the first line of each document that is not empty. */
export function codeLenses(snapshot: Snapshot, uri: string): CodeLens[] {
  return snapshot.documents.flatMap((document) => {
    const { root, text } = document.analysis;
    if (root === undefined) return [];
    const start = positionInFile(document, text.length - text.trimStart().length);
    const range = { start, end: start };
    const target = [uri, positionInFile(document, root.span.start)];
    return [
      {
        range,
        command: {
          title: 'Apply update',
          command: codeLensCommands.applyUpdate,
          arguments: target,
        },
      },
      {
        range,
        command: {
          title: 'Show request',
          command: codeLensCommands.showRequest,
          arguments: target,
        },
      },
    ];
  });
}
