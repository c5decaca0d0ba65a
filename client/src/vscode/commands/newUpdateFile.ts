// *New Update File…* from a live connection of the project that the open document belongs to.
import { window } from 'vscode';
import type { Handler, Services } from '../services';
import { readPlace } from './documentPlace';

export function newUpdateFile({ useCases }: Services): Handler {
  return () => {
    const result = readPlace([], window.activeTextEditor);
    return useCases.newUpdateFile(result.kind === 'found' ? result.place : undefined);
  };
}
