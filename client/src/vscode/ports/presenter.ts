// The presenter port: documents, messages, and the way to a place in a file.
import { Range, Uri, window } from 'vscode';
import type { Presenter } from '../../core/ports/ports';
import { showMessage } from './messages';
import type { PresentedDocuments } from './presentedDocuments';

/** Shows everything in the editor. */
export function editorPresenter(documents: PresentedDocuments): Presenter {
  return {
    showDocument: (document) => documents.show(document),
    showDiff: (diff) => documents.showDiff(diff),
    showMessage,
    reveal: async (uri, { start, end }) => {
      const selection = new Range(start.line, start.character, end.line, end.character);
      const target = Uri.parse(uri, true);
      const shown = window.visibleTextEditors.find(
        ({ document }) => document.uri.toString() === target.toString(),
      );
      const viewColumn = shown?.viewColumn;
      await window.showTextDocument(target, {
        selection,
        ...(viewColumn !== undefined && { viewColumn }),
      });
    },
  };
}
