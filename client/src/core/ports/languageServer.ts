// The port of the language server: what commands ask it about documents and connections.
import type { Position } from 'vscode-languageserver-types';
import type {
  LiteralSecretResult,
  PrepareUpdateResult,
  UpdateDraft,
  WrittenUpdate,
} from '../../../../server/src/protocol/messages';
import type { DocumentPlacesResult } from '../../../../server/src/protocol/batch';
import type { LiveResource } from '../../../../server/src/protocol/liveResources';
import type { ConnectionOfResult, PullValuesResult } from '../../../../server/src/protocol/pull';
import type {
  LiveAnswers,
  LiveConnectionParams,
  PlanUpdateParams,
  PlanUpdateResult,
} from '../../../../server/src/protocol/plan';
import type { Unavailable } from './unavailable';

/** The language server. */
export interface LanguageServer {
  /** `unavailable` when it is not running or did not answer; `detail` goes to the log. */
  prepareUpdate(uri: string, position: Position): Promise<PrepareUpdateResult | Unavailable>;
  /** Where the literal key of the document at `position` stands; never the key itself. */
  locateLiteralSecret(uri: string, position: Position): Promise<LiteralSecretResult | Unavailable>;
  /** What the document would change on a connection that has been read. */
  planUpdate(
    uri: string,
    position: Position,
    input: PlanInput,
  ): Promise<PlanUpdateResult | Unavailable>;
  /** The connection that the document names, whatever else is wrong with it. */
  connectionOf(uri: string, position: Position): Promise<ConnectionOfResult | Unavailable>;
  /** A position in each document of an open file. */
  documentPlaces(uri: string): Promise<DocumentPlacesResult | Unavailable>;
  /** The edits that put live values into the document. */
  pullValues(
    uri: string,
    position: Position,
    live: LiveAnswers,
  ): Promise<PullValuesResult | Unavailable>;
  /** Tells what has been read of a connection, for the checks; nobody waits for it. */
  tellLive(params: LiveConnectionParams): void;
  /** Tells everything that has been listed of the live account; nobody waits for it. */
  tellResources(resources: readonly LiveResource[]): void;
  /** An update file with these values, checked like any other. */
  writeUpdate(draft: UpdateDraft): Promise<WrittenUpdate | Unavailable>;
}

/** What a plan is made from, beside the document. */
export type PlanInput = Omit<PlanUpdateParams, 'textDocument' | 'position'>;
