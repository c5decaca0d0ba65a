// The table of handlers: which request about a file is answered by which function of the service.
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  Hover,
  HoverParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { codeActions, codeLenses, hover, workspaceSymbols } from '../service';
import { registerAnchors } from './anchors';
import { registerAnnotations } from './annotations';
import type { ClientProfile } from './capabilities';
import { registerCompletion } from './completion';
import { registerCustomRequests } from './customRequests';
import { diagnosticsPuller } from './diagnostics';
import type { Documents } from './documents';
import { fileRequests, type OfFile } from './fileRequests';
import { guard } from './guard';
import { registerFormatting } from './formatting';
import type { Requests } from './requests';
import type { Log, RunLater } from './runtime';
import type { LiveAccount } from './liveAccount';
import { registerStructure } from './structure';
import type { Workspace } from './workspace/workspace';

/** What the features have in common. */
export interface Surroundings {
  readonly log: Log;
  readonly runLater: RunLater;
  readonly account: LiveAccount;
}

/** Answers all requests about files. A file that is not open gets the fallback of each feature. */
export function registerFeatures(
  requests: Requests,
  { documents, workspace }: { readonly documents: Documents; readonly workspace: Workspace },
  client: ClientProfile,
  surroundings: Surroundings,
): void {
  const { account, log, runLater } = surroundings;
  const onFile = fileRequests(requests, documents, log);
  registerAnnotations(onFile, account, runLater);
  registerStructure(onFile, runLater);
  registerAnchors(onFile);

  // After a failure old problems must not stay: the empty report removes them.
  onFile<DocumentDiagnosticParams, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    diagnosticsPuller(workspace),
    // Editors ask for them with every keystroke; what somebody waits for comes first.
    runLater,
  );
  onFile<HoverParams, Hover | null>(
    'textDocument/hover',
    null,
    ({ snapshot }, { position }) =>
      hover(snapshot, position, { format: client.hoverFormat }) ?? null,
  );
  registerCompletion(onFile, workspace, client, surroundings);
  onFile<CodeActionParams, CodeAction[]>(
    'textDocument/codeAction',
    [],
    (file, { range, context }) =>
      codeActions(file.snapshot, range, {
        uri: file.uri,
        policy: file.policy,
        elsewhere: workspace.ofOpen(file).problems,
        memo: file.memo.policy,
        fixes: file.memo.fixes,
        only: context.only,
        storesSecrets: client.storesSecrets,
      }),
  );
  onFile<OfFile, CodeLens[]>(
    'textDocument/codeLens',
    [],
    (file) => codeLenses(file.snapshot, file, account.names),
    runLater,
  );
  registerFormatting(onFile);
  const symbols = ({ query }: WorkspaceSymbolParams): SymbolInformation[] =>
    workspaceSymbols(workspace.files(), query);
  requests.on('workspace/symbol', guard('workspace/symbol', log, [], symbols));
  registerCustomRequests(requests, documents, workspace, log);
}
