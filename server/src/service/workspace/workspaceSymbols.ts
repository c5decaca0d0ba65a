// Workspace symbols: the connections that the files of a workspace update, by name and ID.
import type { SymbolInformation } from 'vscode-languageserver-types';
import { rangeInFile } from '../features/diagnostics';
import { SymbolKind } from '../features/lspValues';
import { visibleText } from '../features/plainText';
import type { Snapshot } from '../snapshot';

/** A list of more is none that anybody reads; typing on makes it shorter. */
export const mostSymbols = 500;

/** The connections whose name, ID or file fits `query`. Values of other fields are never shown. */
export function workspaceSymbols(
  files: Iterable<readonly [uri: string, snapshot: Snapshot]>,
  query: string,
): SymbolInformation[] {
  const symbols: SymbolInformation[] = [];
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  for (const [uri, { documents }] of files) {
    const file = fileName(uri);
    for (const document of documents) {
      const { identity } = document.analysis;
      if (identity === undefined) continue;
      const { name, connection, span } = identity;
      // Editors match what is typed against the name of the symbol alone, so the ID belongs to it.
      const label = name === undefined ? connection : `${name} · ${connection}`;
      if (!holdsInOrder(`${label} ${file}`.toLowerCase(), wanted)) continue;
      if (symbols.length === mostSymbols) return symbols;
      symbols.push({
        name: visibleText(label),
        kind: SymbolKind.Module,
        containerName: visibleText(file),
        location: { uri, range: rangeInFile(document, span) },
      });
    }
  }
  return symbols;
}

/** Whether the characters occur in this order, as editors match what is typed. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
