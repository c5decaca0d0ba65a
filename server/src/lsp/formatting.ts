// Handlers of formatting: of a file, of a range, and of several ranges (LSP 3.18).
import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formatDocument, formatRanges } from '../service';
import type { OnFile } from './fileRequests';

/** Answers the requests that format. */
export function registerFormatting(onFile: OnFile): void {
  onFile<DocumentFormattingParams, TextEdit[]>(
    'textDocument/formatting',
    [],
    ({ snapshot }, { options }) => formatDocument(snapshot, options),
  );
  onFile<DocumentRangeFormattingParams, TextEdit[]>(
    'textDocument/rangeFormatting',
    [],
    ({ snapshot }, { range, options }) => formatRanges(snapshot, [range], options),
  );
  onFile<DocumentRangesFormattingParams, TextEdit[]>(
    'textDocument/rangesFormatting',
    [],
    ({ snapshot }, { ranges, options }) => formatRanges(snapshot, ranges, options),
  );
}
