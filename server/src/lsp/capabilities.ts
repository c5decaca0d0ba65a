// From what the client can do to what the server offers. Pure.
import type {
  ClientCapabilities,
  InitializeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol/messages';
import { fixAllKind, organizeKeysKind, tokenLegend, type CompletionOptions } from '../service';

/** Edits travel as edits (LSP 3.17, TextDocumentSyncKind.Incremental). */
const incrementalSync = 2;

/** What of the client matters to the server. */
export interface ClientProfile {
  readonly pullsDiagnostics: boolean;
  readonly hoverFormat: 'markdown' | 'plaintext';
  readonly completion: CompletionOptions;
  readonly codeLens: boolean;
  readonly storesSecrets: boolean;
  /** The client can list what the live account holds. */
  readonly listsResources: boolean;
  /** The client answers questions about settings. */
  readonly hasSettings: boolean;
  /** The client tells of changed settings when it is asked to. */
  readonly subscribesSettings: boolean;
  /** The client asks what would be renamed before it asks for a name. */
  readonly preparesRename: boolean;
  /** What the client asks for again when it is told to. */
  readonly refreshes: Readonly<Record<'diagnostics' | 'hints' | 'lenses', boolean>>;
  /** The client may ask to format several ranges at once (LSP 3.18). */
  readonly formatsRanges: boolean;
}

/** Reads the profile of a client from its greeting. */
export function readClientProfile({
  capabilities,
  initializationOptions,
}: InitializeParams): ClientProfile {
  const { textDocument, workspace } = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  const completionItem = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    hoverFormat: preferred(textDocument?.hover?.contentFormat),
    completion: {
      format: preferred(completionItem?.documentationFormat),
      snippets: completionItem?.snippetSupport === true,
      triggerSuggest: options.triggerSuggest === true,
    },
    codeLens: options.codeLens === true,
    storesSecrets: options.storeSecret === true,
    listsResources: options.liveResources === true,
    hasSettings: workspace?.configuration === true,
    subscribesSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    refreshes: refreshes(workspace, options),
    formatsRanges: formatsRanges(capabilities),
  };
}

/** What the server offers to such a client. */
export function serverCapabilities(client: ClientProfile): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: incrementalSync },
    hoverProvider: true,
    // Not the colon and the hyphen: Enter after a key or a value would accept a proposal while the list is
    // being updated, instead of beginning a line.
    completionProvider: { triggerCharacters: [' ', '!', '[', ','] },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    linkedEditingRangeProvider: true,
    semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: client.formatsRanges ? { rangesSupport: true } : true,
    codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, organizeKeysKind] },
    ...(client.codeLens && { codeLensProvider: {} }),
    diagnosticProvider: {
      identifier: 'vpnconn',
      // A client that can be told to ask again need not ask about all files after each edit.
      interFileDependencies: !client.refreshes.diagnostics,
      workspaceDiagnostics: true,
    },
  };
}

function refreshes(
  workspace: ClientCapabilities['workspace'],
  { codeLens }: InitializationOptions,
): ClientProfile['refreshes'] {
  return {
    diagnostics: workspace?.diagnostics?.refreshSupport === true,
    hints: workspace?.inlayHint?.refreshSupport === true,
    lenses: codeLens === true && workspace?.codeLens?.refreshSupport === true,
  };
}

function formatsRanges({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.rangeFormatting?.rangesSupport === true;
}

function preferred(
  formats: NonNullable<NonNullable<ClientCapabilities['textDocument']>['hover']>['contentFormat'],
): 'markdown' | 'plaintext' {
  return formats === undefined || formats.includes('markdown') ? 'markdown' : 'plaintext';
}
