// The open documents, by the address that the language server knows them by.
import {
  languages,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import type { Documents } from '../../core/ports/ports';
import type { BufferRange } from '../../core/model/bufferRange';
import { languageId } from '../settingKeys';

/** Versions as the editor counts them; the language client hands the same numbers to the server. */
export const openDocuments: Documents = {
  currentVersion: (uri) => find(uri)?.version,
  textIn: (place) => findAt(place)?.getText(rangeOf(place)),
  replace: async (place, text) => {
    const document = findAt(place);
    if (document === undefined) return false;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, rangeOf(place), text);
    // The editor compares versions as well: an edit that was typed in between is never overwritten.
    return workspace.applyEdit(edit);
  },
  edit: async (uri, version, edits) => {
    const document = find(uri);
    if (document?.version !== version) return false;
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
    return workspace.applyEdit(edit);
  },
  openNew: async (text, name) => {
    const document = await workspace.openTextDocument(freeUri(name));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
    await window.showTextDocument(await languages.setTextDocumentLanguage(document, languageId));
  },
};

/** Of two unsaved files with one name the second one gets a number. */
function freeUri(name: string): Uri {
  const [base = '', end = ''] = name.split(/(?=\.vpnconn\.yaml$)/);
  for (let number = 1; ; number += 1) {
    const uri = Uri.parse(
      `untitled:${encodeURIComponent(`${base}${number > 1 ? `-${number}` : ''}${end}`)}`,
    );
    if (find(uri.toString()) === undefined) return uri;
  }
}

function find(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function findAt({ uri, version }: BufferRange): TextDocument | undefined {
  const document = find(uri);
  return document?.version === version ? document : undefined;
}

function rangeOf({ range }: BufferRange): Range {
  return toRange(range);
}

function toRange({ start, end }: BufferRange['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
