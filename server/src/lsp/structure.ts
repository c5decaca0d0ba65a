// Handlers of what a text consists of: outline, folding, growing selections.
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { documentSymbols, foldingRanges, selectionRanges } from '../service';
import type { OfFile, OnFile } from './fileRequests';
import type { RunLater } from './runtime';

/**
 * Answers the requests for the structure of a file. Editors ask for its outline and its folding by
 * themselves after each change: what somebody waits for comes first.
 */
export function registerStructure(onFile: OnFile, runLater: RunLater): void {
  onFile<OfFile, DocumentSymbol[]>(
    'textDocument/documentSymbol',
    [],
    ({ snapshot }) => documentSymbols(snapshot),
    runLater,
  );
  onFile<OfFile, FoldingRange[]>(
    'textDocument/foldingRange',
    [],
    ({ snapshot }) => foldingRanges(snapshot),
    runLater,
  );
  onFile<SelectionRangeParams, SelectionRange[] | null>(
    'textDocument/selectionRange',
    null,
    ({ snapshot }, { positions }) => selectionRanges(snapshot, positions),
  );
}
