// The language service: plain functions over snapshots. Pure; positions and results are LSP data.
export { createSnapshot, type Snapshot } from './snapshot';
export { complete, type CompletionOptions } from './features/completion';
export { codeLenses } from './features/codeLenses';
export { diagnostics } from './features/diagnostics';
export { foldingRanges } from './features/folding';
export { hover, type HoverOptions } from './features/hover';
export { documentSymbols } from './features/symbols';
export { prepareUpdate } from './request/build';
