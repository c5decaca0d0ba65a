// The requests of our own: what a document would send, and what of a live connection goes into it.
import {
  locateLiteralSecretMethod,
  prepareUpdateMethod,
  writeUpdateMethod,
  type LiteralSecretResult,
  type LocateLiteralSecretParams,
  type PrepareUpdateParams,
  type PrepareUpdateResult,
  type UpdateDraft,
  type UpdateRefused,
  type WrittenUpdate,
} from '../protocol/messages';
import { planUpdateMethod, type PlanUpdateParams, type PlanUpdateResult } from '../protocol/plan';
import {
  documentPlacesMethod,
  type DocumentPlacesParams,
  type DocumentPlacesResult,
} from '../protocol/batch';
import {
  connectionOfMethod,
  pullValuesMethod,
  type ConnectionOfResult,
  type PullValuesParams,
  type PullValuesResult,
} from '../protocol/pull';
import {
  connectionOf,
  documentPlaces,
  locateLiteralSecret,
  planUpdate,
  prepareUpdate,
  pullValues,
  writeUpdate,
} from '../service';
import type { OnFile } from './fileRequests';
import { guard } from './guard';
import type { Requests } from './requests';
import type { Log } from './runtime';
import type { Workspace } from './workspace/workspace';

/** Answers what commands ask about updates. */
export function registerUpdates(
  requests: Requests,
  onFile: OnFile,
  workspace: Workspace,
  log: Log,
): void {
  onFile<PrepareUpdateParams, PrepareUpdateResult>(
    prepareUpdateMethod,
    unknownDocument,
    (file, { position }) => {
      const { snapshot, version, policy } = file;
      return prepareUpdate(snapshot, position, version, {
        policy,
        elsewhere: workspace.ofOpen(file).problems,
        memo: file.memo.policy,
      });
    },
  );
  onFile<PlanUpdateParams, PlanUpdateResult>(
    planUpdateMethod,
    unknownDocument,
    (file, { position, ...input }) =>
      planUpdate({ ...file, elsewhere: workspace.ofOpen(file).problems }, position, input),
  );
  onFile<PrepareUpdateParams, ConnectionOfResult>(
    connectionOfMethod,
    unknownDocument,
    ({ snapshot, version }, { position }) => connectionOf(snapshot, position, version),
  );
  onFile<DocumentPlacesParams, DocumentPlacesResult>(documentPlacesMethod, [], ({ snapshot }) =>
    documentPlaces(snapshot),
  );
  onFile<PullValuesParams, PullValuesResult>(
    pullValuesMethod,
    unknownDocument,
    (file, { position, live: answers }) => pullValues(file, position, answers),
  );
  onFile<LocateLiteralSecretParams, LiteralSecretResult>(
    locateLiteralSecretMethod,
    { kind: 'none', message: notOpen },
    ({ snapshot, version }, { position }) => locateLiteralSecret(snapshot, position, version),
  );
  const unwritten: WrittenUpdate = {
    text: '',
    fields: [],
    leftOut: [],
    complaint: 'It could not be written.',
  };
  requests.on(
    writeUpdateMethod,
    guard(writeUpdateMethod, log, unwritten, (draft: UpdateDraft) => writeUpdate(draft)),
  );
}

const notOpen =
  'This file is not open as a VPN connection update. Open it, and check the language mode at the lower right.';

const unknownDocument: UpdateRefused = {
  kind: 'refused',
  reason: 'unknown-document',
  message: notOpen,
  errorCount: 0,
};
