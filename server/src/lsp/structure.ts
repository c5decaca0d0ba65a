// Handlers of what a text consists of: outline, folding, growing selections.
import type {
  DocumentSymbol,
  FoldingRange,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import { documentSymbols, foldingRanges, selectionRanges } from '../service';
import type { OfFile, OnFile } from './fileRequests';

/** Answers the requests for the structure of a file. */
export function registerStructure(onFile: OnFile): void {
  onFile<OfFile, DocumentSymbol[]>('textDocument/documentSymbol', [], ({ snapshot }) =>
    documentSymbols(snapshot),
  );
  onFile<OfFile, FoldingRange[]>('textDocument/foldingRange', [], ({ snapshot }) =>
    foldingRanges(snapshot),
  );
  onFile<SelectionRangeParams, SelectionRange[] | null>(
    'textDocument/selectionRange',
    null,
    ({ snapshot }, { positions }) => selectionRanges(snapshot, positions),
  );
}
