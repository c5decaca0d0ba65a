// The numbers and words that LSP gives to kinds of things (LSP 3.17). The library has them as objects
// that a bundler cannot take apart: using one of them brings in all 22 kB of its checks, so its types
// are used and the few values that we need stand here.
import type {
  CodeActionKind as CodeActionKinds,
  CompletionItemKind as CompletionItemKinds,
  DiagnosticSeverity as DiagnosticSeverities,
  DiagnosticTag as DiagnosticTags,
  DocumentHighlightKind as DocumentHighlightKinds,
  FoldingRangeKind as FoldingRangeKinds,
  InsertTextFormat as InsertTextFormats,
  InsertTextMode as InsertTextModes,
  SymbolKind as SymbolKinds,
} from 'vscode-languageserver-types';

/** The values that are used of each set, by their names in the protocol. */
type Values<Namespace> = Partial<Namespace>;

export const CodeActionKind = {
  QuickFix: 'quickfix',
  SourceFixAll: 'source.fixAll',
} as const satisfies Values<typeof CodeActionKinds>;

export const CompletionItemKind = {
  Property: 10,
  Value: 12,
  Snippet: 15,
  Reference: 18,
  EnumMember: 20,
} as const satisfies Values<typeof CompletionItemKinds>;

export const DiagnosticSeverity = {
  Error: 1,
  Warning: 2,
  Information: 3,
} as const satisfies Values<typeof DiagnosticSeverities>;

export const DiagnosticTag = {
  Unnecessary: 1,
  Deprecated: 2,
} as const satisfies Values<typeof DiagnosticTags>;

export const DocumentHighlightKind = {
  Read: 2,
  Write: 3,
} as const satisfies Values<typeof DocumentHighlightKinds>;

export const FoldingRangeKind = {
  Comment: 'comment',
  Region: 'region',
} as const satisfies Values<typeof FoldingRangeKinds>;

export const InsertTextFormat = {
  PlainText: 1,
  Snippet: 2,
} as const satisfies Values<typeof InsertTextFormats>;

export const InsertTextMode = { asIs: 1 } as const satisfies Values<typeof InsertTextModes>;

export const SymbolKind = {
  Module: 2,
  String: 15,
  Number: 16,
  Array: 18,
  Object: 19,
} as const satisfies Values<typeof SymbolKinds>;
