// The language service: plain functions over snapshots. Pure; positions and results are LSP data.
export { changeFileText, readFileText, type FileText, type TextChange } from './document/fileText';
export { usedReaders } from './document/parseYaml';
export { ListMemo } from './listMemo';
export { createSnapshot, snapshotOf, type Snapshot, type SnapshotDocument } from './snapshot';
export {
  anchorDefinition,
  anchorHighlights,
  anchorReferences,
  anchorToRename,
  linkedAnchors,
  renameAnchor,
} from './features/anchors';
export { complete, type CompletionOptions } from './features/completion';
export { CompletionMemo } from './features/completion/completionMemo';
export {
  codeActions,
  fixAllKind,
  organizeKeysKind,
  type CodeActionOptions,
} from './features/codeActions';
export { codeLenses } from './features/codeLenses';
export { diagnostics } from './features/diagnostics';
export { DiagnosticsMemo } from './features/diagnosticsMemo';
export {
  defaultPolicy,
  noProblems,
  readPolicy,
  type Policy,
  type ProblemsElsewhere,
} from './features/policy';
export {
  documentLinks,
  readLinkScope,
  type LinkedKey,
  type LinkScope,
} from './features/documentLinks';
export { DocumentMemo } from './features/documentMemo';
export { foldingRanges } from './features/folding';
export { locateLiteralSecret } from './features/literalSecret';
export { defaultHints, readHints, type HintKind } from './features/hintKinds';
export { inlayHints } from './features/inlayHints';
export { accountPlaces, LiveNames, noLiveNames } from './features/liveNames';
export { formatDocument, formatRanges, type FormatOptions } from './features/formatting';
export { hover, type HoverOptions } from './features/hover';
export { selectionRanges } from './features/selectionRanges';
export { semanticTokens } from './features/semanticTokens';
export { tokenLegend, type Token } from './features/tokenEncoder';
export { suppressionIdsAt } from './features/suppressionIds';
export { documentSymbols } from './features/symbols';
export { nothingLive } from './analysis';
export { workspaceSymbols } from './workspace/workspaceSymbols';
export { planUpdate } from './plan/planUpdate';
export { identifierKey } from './schema/identifiers';
export { readLiveFacts, type LiveFacts, type LiveLookup } from './rules/connectionFacts';
export { connectionOf, prepareUpdate } from './request/build';
export { documentPlaces } from './request/documentPlaces';
export { pullValues } from './pull/pullValues';
export { referenceChecks } from './request/secretChecks';
export { writeUpdate } from './request/writeUpdate';
export { sameIdentity, type DocumentIdentity } from './rules/files/documentIdentity';
export { OverlapIndex } from './rules/files/overlapIndex';
export { leanSnapshot } from './workspace/leanSnapshot';
export { overlapProblems } from './workspace/overlapProblems';
