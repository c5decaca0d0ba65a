// Folding of responses: what was returned begins folded, below the few lines that say how it went.
import { FoldingRange, FoldingRangeKind, type FoldingRangeProvider } from 'vscode';
import { foldedParts } from '../../core/cloud/foldedParts';

/** Long parts have the kind that `editor.foldingImportsByDefault` folds; the manifest sets that. */
export const responseFolding: FoldingRangeProvider = {
  provideFoldingRanges: (document) =>
    foldedParts(document.getText()).map(
      ({ start, end, isLong }) =>
        new FoldingRange(start, end, isLong ? FoldingRangeKind.Imports : undefined),
    ),
};
