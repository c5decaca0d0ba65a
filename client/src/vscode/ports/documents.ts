// The open documents, by the address that the language server knows them by.
import { workspace } from 'vscode';
import type { Documents } from '../../core/ports';

/** Versions as the editor counts them; the language client hands the same numbers to the server. */
export const openDocuments: Documents = {
  currentVersion: (uri) =>
    workspace.textDocuments.find((document) => document.uri.toString() === uri)?.version,
};
