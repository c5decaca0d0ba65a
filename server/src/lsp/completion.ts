// Completion. What was read and tried at the place of the last request is kept for the next one.
import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { accountPlaces, complete, CompletionMemo, suppressionIdsAt } from '../service';
import type { ClientProfile } from './capabilities';
import type { Surroundings } from './features';
import type { OnFile } from './fileRequests';
import type { Workspace } from './workspace/workspace';

/** Answers requests for completion. */
export function registerCompletion(
  onFile: OnFile,
  workspace: Workspace,
  client: ClientProfile,
  { account, runLater }: Surroundings,
): void {
  const memo = new CompletionMemo();
  onFile<CompletionParams, readonly CompletionItem[]>(
    'textDocument/completion',
    [],
    ({ snapshot, uri }, { position }) => {
      // Which projects are looked at is read from the tree, which completion itself can do without.
      runLater(() => {
        account.want(() => accountPlaces(snapshot, { start: position, end: position }));
      });
      const elsewhere = { others: workspace.others(uri), names: account.names };
      return (
        suppressionIdsAt(snapshot, position) ??
        complete(snapshot, position, client.completion, elsewhere, memo)
      );
    },
  );
}
