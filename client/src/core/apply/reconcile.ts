// After an update whose answer is missing or says nothing: asks the cloud what it holds.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import type { HttpRequest, HttpResult } from '../model/httpExchange';
import { readBackTimeoutMs } from '../cloud/limits';
import { readRequest } from '../cloud/buildRequest';
import { explainFailure } from '../cloud/errors/explainFailure';
import { compareHeld, type Comparison } from '../model/compareRemote';
import { heldObject } from '../cloud/remoteObject';
import { sendRequest } from '../cloud/sendRequest';

/** What a GET found about the fields that were sent. */
export interface CloudState {
  readonly kind:
    'not-sent' | 'applied' | 'not-applied' | 'partly' | 'cannot-tell' | 'could-not-ask';
  /** One sentence for people. */
  readonly sentence: string;
}

/** The update that was sent. */
export interface SentUpdate {
  /** As in the path. */
  readonly projectId: string;
  /** The complete body. */
  readonly body: JsonObject;
  /** Pointers into the body of what can never be read back, and is not compared. */
  readonly secrets: readonly string[];
  readonly request: HttpRequest;
  readonly credentials: Login;
}

/** Reads the connection once, with its own time-out and its own way to cancel. */
export async function reconcile(context: Context, sent: SentUpdate): Promise<CloudState> {
  const result = await context.progress.run('Asking what the cloud holds', (cancel) =>
    sendRequest(context, readRequest(sent.request), {
      credentials: sent.credentials,
      projectId: sent.projectId,
      timeoutMs: readBackTimeoutMs,
      cancel,
    }),
  );
  const held = heldObject(result);
  if (held === undefined) {
    return couldNotAsk(whyUnread(result, sent.request));
  }
  return cloudState(compareHeld(sent.body, held, sent.secrets));
}

/** Nothing left this machine, so there is nothing to ask. */
export function notSent(): CloudState {
  return { kind: 'not-sent', sentence: 'Nothing was sent, so the connection is unchanged.' };
}

/** Puts a comparison into one sentence. */
export function cloudState({ equal, different, unreadable }: Comparison): CloudState {
  const secrets =
    unreadable.length === 0 ? '' : ` (${unreadable.join(', ')} can never be read back)`;
  if (equal.length + different.length === 0) {
    return {
      kind: 'cannot-tell',
      sentence: `Whether the update was applied cannot be told, because ${unreadable.join(', ')} can never be read back.`,
    };
  }
  if (different.length === 0) {
    return { kind: 'applied', sentence: `The cloud holds every value that was sent${secrets}.` };
  }
  if (equal.length === 0) {
    return {
      kind: 'not-applied',
      sentence: `The cloud holds none of the values that were sent: the update was not applied, or not yet${secrets}.`,
    };
  }
  return {
    kind: 'partly',
    sentence: `The cloud holds ${equal.join(', ')} as sent (perhaps from before) and not, or not yet, ${different.join(', ')}${secrets}.`,
  };
}

function couldNotAsk(why: string): CloudState {
  return {
    kind: 'could-not-ask',
    sentence: `What the cloud holds could not be asked (${why}), so check the connection in the console before you apply again.`,
  };
}

function whyUnread(result: HttpResult, request: HttpRequest): string {
  if (result.kind === 'response') {
    return result.status === 200
      ? 'the answer was not that of the API'
      : `the answer was ${result.status} ${result.statusText}`.trim();
  }
  const { message } = explainFailure(result, new URL(request.url).host, readBackTimeoutMs);
  return message.replace(/\.$/, '');
}
