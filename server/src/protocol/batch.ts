// The custom messages about several updates at once.
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-types';

/** Asks about an open file. */
export interface DocumentPlacesParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A position in each document, in the order of the file; empty when the file is not open. */
export type DocumentPlacesResult = readonly Position[];
