// What the host of the language server needs of one server process and the client that talks to it.
import type {
  DocumentPlacesParams,
  DocumentPlacesResult,
} from '../../../../server/src/protocol/batch';
import type {
  AccountPlace,
  LiveResourcesParams,
} from '../../../../server/src/protocol/liveResources';
import type {
  LiteralSecretResult,
  LocateLiteralSecretParams,
  PrepareUpdateParams,
  PrepareUpdateResult,
  UpdateDraft,
  WorkspaceFilesParams,
  WrittenUpdate,
} from '../../../../server/src/protocol/messages';
import type {
  LiveConnectionParams,
  PlanUpdateParams,
  PlanUpdateResult,
} from '../../../../server/src/protocol/plan';
import type {
  ConnectionOfResult,
  PullValuesParams,
  PullValuesResult,
} from '../../../../server/src/protocol/pull';

/** Where the server stands, as a status item shows it. */
export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** One server process with its client. It is started once and ended once. */
export interface ServerConnection {
  /** Rejects when the server does not come up. */
  start(): Promise<void>;
  /** What the running server calls itself, version included. */
  description(): string;
  /** Ends the process, in whatever state it is. Never rejects. */
  end(): Promise<void>;
  prepareUpdate(params: PrepareUpdateParams): Promise<PrepareUpdateResult>;
  locateLiteralSecret(params: LocateLiteralSecretParams): Promise<LiteralSecretResult>;
  writeUpdate(draft: UpdateDraft): Promise<WrittenUpdate>;
  planUpdate(params: PlanUpdateParams): Promise<PlanUpdateResult>;
  connectionOf(params: PrepareUpdateParams): Promise<ConnectionOfResult>;
  documentPlaces(params: DocumentPlacesParams): Promise<DocumentPlacesResult>;
  pullValues(params: PullValuesParams): Promise<PullValuesResult>;
  /** Never rejects: what is not told costs sharper checks. */
  tellLive(params: LiveConnectionParams): void;
  /** Never rejects: what is not told costs names of identifiers. */
  tellResources(params: LiveResourcesParams): void;
  /** Never rejects: what is not told costs problems across files. */
  tellFiles(files: WorkspaceFilesParams): void;
  /** Reads again what the editor shows of the server, after a setting has changed. */
  refreshCodeLenses(): void;
}

/** What a connection tells of itself. */
export interface ServerEvents {
  stateChanged(state: ServerState): void;
  /** The server ended by itself too often and stays down. */
  gaveUp(): void;
  /** The projects whose resources the server would like to have names of, from now on. */
  resourcesWanted(places: readonly AccountPlace[]): void;
}
