// The last look before an update is sent: what a rollback will need, and whether the connection is
// busy with an earlier change.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import { problem, type Action, type Problem } from '../model/problem';
import type { Refused } from '../model/refused';
import { shortText } from '../model/visibleText';
import { nameOf } from '../model/connectionStatus';
import { fetchConnection, type Fetched } from '../cloud/fetchConnection';
import { nextLookMs, settleDeadlineMs, watchedTime } from '../monitor/pace';
import type { RemoteConnection } from '../model/remoteConnection';

/** The connection at rest. Without `remote`, these credentials can't read it. */
export type BeforeResult = { readonly kind: 'ready'; readonly remote?: JsonObject } | NotReady;

/** Why nothing is sent now. `busy`: the cloud works on an earlier change. */
export type NotReady =
  | { readonly kind: 'busy'; readonly status: string; readonly name?: string }
  | { readonly kind: 'declined' }
  | Refused;

/** Reads the connection once. One that can't be read for a temporary reason isn't changed. */
export async function readBefore(
  context: Context,
  connection: RemoteConnection,
  login: Login,
): Promise<BeforeResult> {
  const fetched = await context.progress.run('Reading the connection', (cancel) =>
    fetchConnection(context, connection, login, cancel),
  );
  switch (fetched.kind) {
    case 'fetched':
      return fetched.status.kind === 'pending'
        ? busy(fetched.status.text, nameOf(fetched.remote))
        : { kind: 'ready', remote: fetched.remote };
    case 'cancelled':
      return { kind: 'declined' };
    case 'refused':
      if (fetched.problem.code === 'http-403') {
        context.log.warn(
          "The connection can't be read, so the journal won't contain previous values.",
        );
        return { kind: 'ready' };
      }
      return { kind: 'refused', problem: unread(fetched.problem) };
    case 'later':
    case 'credentials-rejected':
      return { kind: 'refused', problem: unread(fetched.problem) };
  }
}

/** Waits until an earlier change has settled; cancelling it is `declined`. */
export async function waitWhilePending(
  context: Context,
  connection: RemoteConnection,
  login: Login,
  again: Action,
): Promise<'settled' | 'declined' | Problem> {
  return context.progress.run('Waiting for the earlier change to finish', async (cancel) => {
    let [waitedMs, failures] = [0, 0];
    let fetched: Fetched | undefined;
    while (waitedMs < settleDeadlineMs) {
      const began = context.clock.now();
      const pause = nextLookMs(
        waitedMs,
        failures,
        fetched?.kind === 'later' ? fetched.waitMs : undefined,
      );
      await context.timer.wait(pause, cancel);
      if (cancel.isCancelled()) {
        return 'declined';
      }
      fetched = await fetchConnection(context, connection, login, cancel);
      waitedMs += watchedTime(context.clock.now() - began, pause);
      failures = fetched.kind === 'later' ? failures + 1 : 0;
      if (fetched.kind === 'cancelled') {
        return 'declined';
      }
      if (fetched.kind === 'credentials-rejected' || fetched.kind === 'refused') {
        return unread(fetched.problem);
      }
      if (fetched.kind === 'fetched' && fetched.status.kind !== 'pending') {
        return 'settled';
      }
    }
    return stillPending(again);
  });
}

function busy(status: string, name: string | undefined): BeforeResult {
  const shown = shortText(status, 40);
  return { kind: 'busy', status: shown, ...(name !== undefined && { name }) };
}

/** The connection couldn't be read, which says nothing about the update yet. */
export function unread({ code, message, remedy, actions }: Problem): Problem {
  return problem(
    code,
    `Nothing was sent: the connection couldn't be read before the update. ${message}`,
    remedy,
    ...actions,
  );
}

function stillPending(again: Action): Problem {
  return problem(
    'still-pending',
    "Nothing was sent: the earlier change didn't finish within ten minutes.",
    'Check the connection in the console, or wait and try again.',
    again,
  );
}
