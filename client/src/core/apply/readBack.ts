// After an update whose answer is missing or unclear: reads what the connection is now.
import type { Change } from './change';
import type { JsonObject } from '../../../../server/src/protocol/json';
import { responseOf, type JournalEntry, type Stage } from '../journal/journalEntry';
import type { ConnectionStatus } from '../model/connectionStatus';
import type { Context } from '../redaction/context';
import type { HttpRequest, HttpResult } from '../model/httpExchange';
import { readBackTimeoutMs } from '../cloud/limits';
import { updatedAtOf } from '../model/connectionStatus';
import { readRequest } from '../cloud/buildRequest';
import { explainFailure } from '../cloud/errors/explainFailure';
import { compareRemote } from '../model/compareRemote';
import { cloudState, type CloudState } from './cloudState';
import { connectionIn } from '../cloud/remoteObject';
import { sendRequest } from '../cloud/sendRequest';

/** Reads the connection once, with its own time-out and its own way to cancel. */
export async function readBack(context: Context, change: Change): Promise<CloudState> {
  const { request, body: sent, credentials, connection } = change;
  const { projectId, connectionId, target } = connection;
  const result = await context.progress.run('Checking the current state', (cancel) =>
    sendRequest(context, readRequest(request), {
      ...{ credentials, projectId, target, timeoutMs: readBackTimeoutMs, cancel },
    }),
  );
  const remote = result.kind === 'failure' ? undefined : connectionIn(result, connectionId);
  return remote === undefined
    ? couldNotRead(whyUnread(result, request))
    : cloudState(compareRemote({ ...change, sent }, remote));
}

/**
 * Completes an entry without an end from what the connection is now.
 *
 * @param status while it is pending, the values may still arrive
 */
export function stageReadBack(
  { clock }: Pick<Context, 'clock'>,
  entry: JournalEntry,
  remote: JsonObject,
  status: ConnectionStatus,
): { readonly stage: Stage; readonly sentence: string } {
  const state = cloudState(compareRemote(entry, remote));
  const { sentence } = state;
  const response = responseOf(entry);
  const answered = response === undefined ? {} : { response };
  if (state.kind === 'applied') {
    return { stage: { kind: 'settling', at: clock.now(), ...answered }, sentence };
  }
  const { before } = entry;
  const changedAt = before === undefined ? undefined : updatedAtOf(before);
  const unchanged = changedAt !== undefined && changedAt === updatedAtOf(remote);
  // Without the previous values, someone may have changed them since: that proves nothing.
  const isOver = state.kind === 'not-applied' && status.kind !== 'pending' && unchanged;
  return { stage: { kind: isOver ? 'rejected' : 'unclear', sentence, ...answered }, sentence };
}

function couldNotRead(why: string): CloudState {
  return {
    kind: 'could-not-ask',
    sentence: `Couldn't read the connection back (${why}). Check it in the console before you apply again.`,
  };
}

function whyUnread(result: HttpResult, request: HttpRequest): string {
  if (result.kind === 'response') {
    return result.status === 200
      ? "the response didn't come from the VPN API"
      : `the response was ${result.status} ${result.statusText}`.trim();
  }
  const { message } = explainFailure(result, new URL(request.url).host, readBackTimeoutMs);
  return message.replace(/\.$/, '');
}
