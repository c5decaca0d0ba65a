// One entry of the journal: an update that was sent from this machine, and what became of it. No entry
// holds a secret: the body is masked, and everything passes the redactor before it is written.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { RemoteConnection } from '../model/remoteConnection';

/** Written before the update is sent, and replaced as more becomes known. */
export interface JournalEntry {
  /** Name of the record: sorts by time. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly purpose: 'update' | 'restore';
  /** Who sent it, in words without a secret, for example the access key's name. */
  readonly who: string;
  readonly connection: RemoteConnection;
  /** The connection's name before the update. */
  readonly name?: string;
  /** The file that it came from. */
  readonly file?: string;
  /** The region that the file named. */
  readonly region?: string;
  /** The body, with a mask in place of each secret. */
  readonly sent: JsonObject;
  /** Pointers into `sent` of what can never be read back. */
  readonly secrets: readonly string[];
  /** The answer to the GET before the update; absent when it could not be read. */
  readonly before?: JsonObject;
  /** The plan that was confirmed, as Markdown. */
  readonly plan?: string;
  readonly stage: Stage;
}

/** How far it got. */
export type Stage =
  /** Between the decision to send and the answer; an old one means that the window ended there. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'not-sent'; readonly sentence: string }
  | { readonly kind: 'rejected'; readonly sentence: string; readonly response?: StoredResponse }
  /** Nobody knows whether it took; a look at the connection can tell. */
  | { readonly kind: 'unclear'; readonly sentence: string; readonly response?: StoredResponse }
  /** Accepted; the cloud works on it. */
  | { readonly kind: 'settling'; readonly at: number; readonly response?: StoredResponse }
  | {
      readonly kind: 'settled';
      readonly at: number;
      /** Word for the status, or `?` when watching ended without one. */
      readonly status: string;
      readonly sentence: string;
      readonly response?: StoredResponse;
    };

/** The answer as it was shown. */
export interface StoredResponse {
  readonly status: number;
  readonly requestId?: string;
  /** The text of the response view, redacted. */
  readonly text: string;
}

/** Whether more can still become known about it. */
export function isOpen({ stage }: JournalEntry): boolean {
  return stage.kind === 'sending' || stage.kind === 'unclear' || stage.kind === 'settling';
}

/** How the connection is called in sentences: by its name, else by its identifier. */
export function titleOf({ name, connection }: Pick<JournalEntry, 'name' | 'connection'>): string {
  return name ?? connection.connectionId;
}

/** The response, at whichever stage there is one. */
export function responseOf({ stage }: JournalEntry): StoredResponse | undefined {
  return 'response' in stage ? stage.response : undefined;
}
