// What the commands on a document have in common: finding it, and saying so when there is none.
import { window } from 'vscode';
import type { DocumentPlace } from '../../core/model/documentPlace';
import type { Handler, Services } from '../services';
import { readPlace } from './documentPlace';

/** A handler that runs `work` on the document that the command is about. */
export function onDocument(
  { showMessage }: Services,
  work: (place: DocumentPlace) => Promise<unknown>,
): Handler {
  return async (...values) => {
    const result = readPlace(values, window.activeTextEditor);
    if (result.kind === 'found') return work(result.place);
    showMessage({ severity: 'warning', text: result.message, actions: [] });
    return undefined;
  };
}
