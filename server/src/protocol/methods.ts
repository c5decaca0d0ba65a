// Every custom method between client and server. To add a request: add it here, and its handler in
// server/src/lsp/customRequests.ts.
import type { DocumentPlacesParams, DocumentPlacesResult } from './batch';
import type { LiveResourcesParams, WantedResourcesParams } from './liveResources';
import type {
  LiteralSecretResult,
  LocateLiteralSecretParams,
  PrepareUpdateParams,
  PrepareUpdateResult,
  UpdateDraft,
  ValueCheck,
  WorkspaceFilesParams,
  WrittenUpdate,
} from './messages';
import type { LiveConnectionParams, PlanUpdateParams, PlanUpdateResult } from './plan';
import type { ConnectionOfResult, PullValuesParams, PullValuesResult } from './pull';

/** What the client requests of the server: parameters and result of each method. */
export interface Requests {
  /** Turns a YAML document into an API request. */
  'vpnconn/prepareUpdate': [PrepareUpdateParams, PrepareUpdateResult];
  /** Compares a YAML document with its live connection. */
  'vpnconn/planUpdate': [PlanUpdateParams, PlanUpdateResult];
  /** The connection that a document names, whatever else is wrong with it. */
  'vpnconn/connectionOf': [PrepareUpdateParams, ConnectionOfResult];
  /** A position in each YAML document of a file. */
  'vpnconn/documentPlaces': [DocumentPlacesParams, DocumentPlacesResult];
  /** The edits that put live values into a document. */
  'vpnconn/pullValues': [PullValuesParams, PullValuesResult];
  /** Where the literal key of a document is; never the key itself. */
  'vpnconn/locateLiteralSecret': [LocateLiteralSecretParams, LiteralSecretResult];
  /** The conditions on a value that a reference stands for: the server never sees the value itself. */
  'vpnconn/secretChecks': [object, readonly ValueCheck[]];
  /** Writes an update file from values, checked like any other. */
  'vpnconn/writeUpdate': [UpdateDraft, WrittenUpdate];
  /**
   * Files of the workspace that aren't open: the server reads no files. The result comes when it has worked
   * through them, so that a client that waits for it never fills its memory.
   */
  'vpnconn/workspaceFiles': [WorkspaceFilesParams, null];
}

/** What the client notifies the server of. The server works without them, and knows less. */
export interface Notifications {
  /** What has been read of one connection. */
  'vpnconn/liveConnection': LiveConnectionParams;
  /** What has been listed of the live account. */
  'vpnconn/liveResources': LiveResourcesParams;
}

/** What the server notifies the client of. */
export interface ServerNotifications {
  /** The projects whose resources the server wants names of. */
  'vpnconn/wantedResources': WantedResourcesParams;
}

/** The parameters of a request. */
export type RequestParams<M extends keyof Requests> = Requests[M][0];

/** The result of a request. */
export type RequestResult<M extends keyof Requests> = Requests[M][1];
