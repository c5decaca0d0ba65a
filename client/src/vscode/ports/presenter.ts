// The presenter port: documents, messages, and the way to a place in a file.
import { Range, Uri, window } from 'vscode';
import type { Presenter } from '../../core/ports/ports';
import { showMessage } from './messages';
import type { PlanPage } from '../views/planPage';
import type { PresentedDocuments } from './presentedDocuments';

/** Shows everything in the editor. */
export function editorPresenter(documents: PresentedDocuments, plans: PlanPage): Presenter {
  return {
    showPlan: (plan) => {
      plans.show(plan);
      return Promise.resolve();
    },
    updatePlan: (update) => plans.update(update),
    showDocument: (document) => documents.show(document),
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
