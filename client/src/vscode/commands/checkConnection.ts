// *Check Connection to Cloud*, with the project of the document under the cursor if there is one.
import { window } from 'vscode';
import type { Handler, Services } from '../services';
import { readPlace } from './documentPlace';

export function checkConnection({ useCases }: Services): Handler {
  return (...values) => {
    const result = readPlace(values, window.activeTextEditor);
    return useCases.checkConnection(result.kind === 'found' ? result.place : undefined);
  };
}
