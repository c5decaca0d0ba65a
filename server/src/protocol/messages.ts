// The custom messages between client and server about one update, and what both say at the start. The
// client imports nothing of the server but this folder, which is the whole contract between the two.
import type { Position, Range } from 'vscode-languageserver-types';
import type { Json, JsonObject } from './json';

export type { Json, JsonObject };

/** Asks for the request of the YAML document (of possibly several in the file) that holds `position`. */
export interface PrepareUpdateParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Either a request that may be sent, or the reason why there is none. */
export type PrepareUpdateResult = UpdateReady | UpdateRefused;

/** The document has no error; `update` may be sent. */
export interface UpdateReady {
  readonly kind: 'ready';
  readonly update: PreparedUpdate;
}

/** The document cannot be sent. `message` is a plain sentence with the remedy. */
export interface UpdateRefused {
  readonly kind: 'refused';
  /** `errors`: the document has errors; `nothing`: it is empty; `unknown-document`: the server has not seen the file. */
  readonly reason: 'errors' | 'nothing' | 'unknown-document';
  readonly message: string;
  /** How many errors there are; 0 unless `reason` is `errors`. */
  readonly errorCount: number;
  /** The first error, to jump to. Its message never contains text of the file. */
  readonly firstError?: { readonly range: Range; readonly message: string; readonly code: string };
}

/**
 * One update, ready to be sent. Values of `!secret` and `!env` are not in it: the body holds `null`
 * at their pointers, and the extension host fills them in at the moment of sending.
 */
export interface PreparedUpdate {
  /** Version of the buffer that the request was built from; a later version makes it stale. */
  readonly version: number;
  /** Where the YAML document stands in the file. */
  readonly range: Range;
  /** The regional endpoint that the file names, if it names one. */
  readonly region?: string;
  readonly projectId: string;
  readonly connectionId: string;
  readonly method: 'PUT';
  /** Path of the URL, percent-encoded, for example `/v5/0605…/vpn-connection/98c5…`. */
  readonly path: string;
  readonly body: JsonObject;
  /** The leaf fields that are sent, in the order of the file. */
  readonly fields: readonly SentField[];
  /** Where identifiers, fields, lists and items of lists stand in that version of the file. */
  readonly places: readonly FieldPlace[];
  /** References that must be resolved before sending. */
  readonly secrets: readonly SecretReference[];
  /** Names of keys whose value is masked wherever it is shown (requests, responses, logs). */
  readonly sensitiveKeys: readonly string[];
  /** Problems below error severity: shown in the confirmation, they do not block. */
  readonly warnings: readonly string[];
}

/** One leaf field of the body. */
export interface SentField {
  /** JSON pointer into the body, for example `/vpn_connection/ikepolicy/dh_group`. */
  readonly pointer: string;
  /** Name for people: the path below the connection, for example `ikepolicy.dh_group`. */
  readonly label: string;
  /** The value for people, already masked when the field is sensitive. */
  readonly display: string;
  readonly sensitive: boolean;
}

/** Where a part of an update stands. */
export interface FieldPlace {
  /** JSON pointer into the document, and into the body for what is in the body. */
  readonly pointer: string;
  /** The value; the key of a list, of a group, or of a value that is not there. */
  readonly range: Range;
}

/** A `!secret NAME` or `!env NAME` in the file. */
export interface SecretReference {
  /** JSON pointer into the body where the value belongs. */
  readonly pointer: string;
  /** `secret`: the editor's secret storage; `env`: an environment variable of the extension host. */
  readonly source: 'secret' | 'env';
  readonly name: string;
  /** What the value must satisfy. Checked where it is resolved, because the server never sees it. */
  readonly checks?: readonly ValueCheck[];
}

/** One condition on a text, as data: taken from the table, so that only the table knows the limits. */
export interface ValueCheck {
  /** ECMAScript regular expression for the flag `u`; matches values that are in order. */
  readonly pattern: string;
  /** What is wrong with a value that does not match, as a sentence that does not hold the value. */
  readonly message: string;
}

/** The values of a new update file. */
export interface UpdateDraft {
  /** Sentences that stand above it as comments. */
  readonly notes: readonly string[];
  readonly region?: string;
  readonly projectId: string;
  readonly connectionId: string;
  /** As it would be sent; anything at the pointers of `secrets`. */
  readonly body: JsonObject;
  /** What has been read of the connection and its gateway: the facts under `context` are taken from it. */
  readonly live?: JsonObject;
  /** References that take the place of secrets. */
  readonly secrets: readonly Pick<SecretReference, 'pointer' | 'source' | 'name'>[];
}

/** A field of a written file, with its place and label as in `SentField`. */
export type WrittenField = Pick<SentField, 'pointer' | 'label'>;

/** The file as text. */
export interface WrittenUpdate {
  readonly text: string;
  /** The fields that it sends, in its order; a list is one field. */
  readonly fields: readonly WrittenField[];
  /** Names of values that no update can send. */
  readonly leftOut: readonly string[];
  /** Why this update could not be sent as it stands; a sentence without text of the file. */
  readonly complaint?: string;
}

/**
 * The editor command that moves a literal key to the secret storage and leaves a reference in its place.
 * It takes `[uri: string, range: Range]`: where the key stands, never the key.
 */
export const storeSecretCommand = 'vpnconn.storeLiteralSecret';

/** Asks about the YAML document (of possibly several in the file) that holds `position`. */
export type LocateLiteralSecretParams = PrepareUpdateParams;

/** Where the key stands, or why there is none that could be moved: a plain sentence with the remedy. */
export type LiteralSecretResult =
  | {
      readonly kind: 'found';
      /** Version of the buffer that the range belongs to. */
      readonly version: number;
      /** The whole value as it is written, quotes included, on one line; a reference can stand there. */
      readonly range: Range;
      /** The name of the connection, when a secret can have it. */
      readonly suggestedName?: string;
    }
  | { readonly kind: 'none'; readonly message: string };

/** Whether a text will do as the name in `!secret NAME` or `!env NAME`. */
export function isSecretName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text);
}

/** What the client may say in `initializationOptions`. Everything is optional: any LSP client will do. */
export interface InitializationOptions {
  /** Offer "Apply update | Preview changes | Show request" above each document; only a client that has the commands should ask. */
  readonly codeLens?: boolean;
  /** Completion of a key may show the suggestions for its value at once, with VS Code's command for that. */
  readonly triggerSuggest?: boolean;
  /** The client has the command that moves a literal key to the secret storage. */
  readonly storeSecret?: boolean;
  /** The client can list the live account, and wants to be told which projects names are wanted of. */
  readonly liveResources?: boolean;
}

/** What a code lens or a button was made for: the command is refused when it has become something else. */
export interface SeenDocument {
  /** Version of the buffer. */
  readonly version: number;
  /** The connection that the document updates, in either case; empty when it names none. */
  readonly connectionId: string;
}

/**
 * The editor commands that the server's code lenses name. All take
 * `[uri: string, position: Position, seen: SeenDocument]`.
 */
export const codeLensCommands = {
  applyUpdate: 'vpnconn.applyUpdate',
  previewChanges: 'vpnconn.previewChanges',
  showRequest: 'vpnconn.showRequest',
} as const;

/** Files that are new or have changed, and files that are gone. What is open is known from its buffer. */
export interface WorkspaceFilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
  readonly removed: readonly string[];
}
