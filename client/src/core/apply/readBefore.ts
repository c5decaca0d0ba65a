// The last look before an update is sent: what the way back will need, and whether the connection is
// busy with an earlier change.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import { problem, type Action, type Problem } from '../model/problem';
import { shortText } from '../model/visibleText';
import { nameOf } from '../model/connectionStatus';
import { fetchConnection, type Fetched } from '../cloud/fetchConnection';
import { nextLookMs, settleDeadlineMs, watchedTime } from '../monitor/pace';
import type { RemoteConnection } from '../model/remoteConnection';

/** What the connection held. `ready` without `held`: this user may not read it. */
export type BeforeResult =
  | { readonly kind: 'ready'; readonly held?: JsonObject }
  | { readonly kind: 'pending'; readonly status: string; readonly name?: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads the connection once. A connection that cannot be read for any passing reason is not changed. */
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
        ? pending(fetched.status.text, nameOf(fetched.remote))
        : { kind: 'ready', held: fetched.remote };
    case 'cancelled':
      return { kind: 'declined' };
    case 'refused':
      if (fetched.problem.code === 'http-403') {
        context.log.warn(
          'The connection may not be read, so the journal will hold no values to restore.',
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
  return context.progress.run('Waiting until the earlier change has settled', async (cancel) => {
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

function pending(status: string, name: string | undefined): BeforeResult {
  const shown = shortText(status, 40);
  return { kind: 'pending', status: shown, ...(name !== undefined && { name }) };
}

/** The connection could not be read, which says nothing about the update yet. */
export function unread({ code, message, remedy, actions }: Problem): Problem {
  return problem(
    code,
    `The connection could not be read before the update, so nothing was sent. ${message}`,
    remedy,
    ...actions,
  );
}

function stillPending(again: Action): Problem {
  return problem(
    'still-pending',
    'The earlier change has not settled within ten minutes, so nothing was sent.',
    'Look at the connection in the console, or wait and try again.',
    again,
  );
}
