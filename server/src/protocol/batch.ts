// The custom messages about several updates at once.
import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-types';

/** Method name of the request for the places of all YAML documents of a file. */
export const documentPlacesMethod = 'vpnconn/documentPlaces';

/** Asks about an open file. */
export interface DocumentPlacesParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A position in each document, in the order of the file; empty when the file is not open. */
export type DocumentPlacesResult = readonly Position[];
