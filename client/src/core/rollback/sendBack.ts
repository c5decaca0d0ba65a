// Sends the previous values of a connection, unattended: it asks nobody for anything.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import { secretsOf, type Login } from '../model/credentials';
import { findCredentials } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import type { JournalEntry } from '../journal/journalEntry';
import { whoOf } from '../credentials/actorOf';
import type { CancelSignal } from '../ports/cancelSignal';
import { problem, type Problem } from '../model/problem';
import { fillRequest } from '../cloud/fillRequest';
import { nameOf } from '../model/connectionStatus';
import { fetchConnection, type Fetched } from '../cloud/fetchConnection';
import { compareHeld } from '../model/compareRemote';
import { isApplied, type SendUpdateOutcome, type UpdateAnswered } from '../apply/outcome';
import { leaseToSend, sendJournaled, type Change } from '../apply/sendJournaled';
import { maskedWayBack, wayBackUpdate } from './armWindow';
import type { ArmedWindow } from '../journal/armedWindow';

/** How an attempt ended. */
export type SentBack =
  | { readonly kind: 'restored'; readonly entry?: JournalEntry }
  /** The connection holds the previous values already. */
  | { readonly kind: 'unneeded' }
  /** The cloud works on another change of the connection. */
  | { readonly kind: 'busy' }
  /** It may work in a while. `waitMs`: what the service asks for. */
  | { readonly kind: 'later'; readonly problem: Problem; readonly waitMs?: number }
  /** It will not work before somebody does something. A 401 is of this kind: five of them lock a key. */
  | { readonly kind: 'stuck'; readonly problem: Problem }
  /** This window of the editor closes. */
  | { readonly kind: 'left' };

/** Looks first, so that nothing is sent twice after an answer that got lost. */
export async function sendBack(
  context: Context,
  window: ArmedWindow,
  stop: CancelSignal,
): Promise<SentBack> {
  const { connection } = window;
  const login = await findCredentials(connection.target, context);
  if (login.kind === 'later') {
    return login;
  }
  if (login.kind === 'refused') {
    return { kind: 'stuck', problem: login.problem };
  }
  const { credentials } = login.found;
  secretsOf(credentials).forEach(context.redactor.register);
  const sent = await leaseToSend(context, connection, async () => {
    const fetched = await fetchConnection(context, connection, credentials, stop);
    return fetched.kind === 'fetched' && fetched.status.kind !== 'pending'
      ? send(context, window, credentials, fetched.remote)
      : unheld(fetched);
  });
  return sent.kind === 'refused' ? { kind: 'later', problem: sent.problem } : sent;
}

function unheld(fetched: Fetched): SentBack {
  switch (fetched.kind) {
    case 'fetched':
      return { kind: 'busy' };
    case 'cancelled':
      return { kind: 'left' };
    case 'later': {
      const { problem: why, waitMs } = fetched;
      return { kind: 'later', problem: why, ...(waitMs !== undefined && { waitMs }) };
    }
    case 'credentials-rejected':
    case 'refused':
      return { kind: 'stuck', problem: fetched.problem };
  }
}

async function send(
  context: Context,
  window: ArmedWindow,
  credentials: Login,
  held: JsonObject,
): Promise<SentBack> {
  const { connection, secrets } = window;
  const pointers = secrets.map(({ pointer }) => pointer);
  const masked = maskedWayBack(window);
  if (pointers.length === 0 && compareHeld(masked, held, []).different.length === 0) {
    return { kind: 'unneeded' };
  }
  const { origin, pathname } = new URL(connection.url);
  const update = { method: 'PUT', path: pathname, ...wayBackUpdate(window) } as const;
  const filled = await fillRequest(context, update, { origin });
  if (filled.kind === 'later') {
    return filled;
  }
  if (filled.kind === 'refused') {
    return { kind: 'stuck', problem: filled.problem };
  }
  const name = nameOf(held);
  const change: Change = {
    request: filled.request,
    body: filled.body,
    credentials,
    connection,
    entry: {
      purpose: 'restore',
      who: whoOf(credentials),
      connection,
      sent: masked,
      secrets: pointers,
      before: held,
      ...(name !== undefined && { name }),
    },
    again: () => [],
  };
  const { outcome, entry } = await sendJournaled(context, change);
  return conclusion(outcome, entry);
}

function conclusion(outcome: SendUpdateOutcome, entry: JournalEntry | undefined): SentBack {
  if (isApplied(outcome)) {
    return { kind: 'restored', ...(entry !== undefined && { entry }) };
  }
  switch (outcome.kind) {
    case 'answered':
      return {
        kind: passes(outcome) ? 'later' : 'stuck',
        problem: refusedBack(meaningOf(outcome)),
      };
    case 'unanswered':
      return { kind: 'later', problem: refusedBack(outcome.cloud.sentence) };
    case 'refused':
      return { kind: 'stuck', problem: outcome.problem };
    case 'declined':
      return { kind: 'left' };
  }
}

function passes({ verdict, explanation }: UpdateAnswered): boolean {
  return verdict === 'unclear' || explanation?.advice.again === 'wait';
}

function meaningOf({ explanation, cloud }: UpdateAnswered): string {
  return explanation?.advice.meaning ?? cloud?.sentence ?? '';
}

function refusedBack(sentence: string): Problem {
  return problem('not-restored', sentence, 'Look at the response and at the connection.');
}
