// How an update ended, in words for the person who waits.
import type { PresentedMessage } from '../ports/ports';
import { shortText } from '../model/visibleText';
import type { ConnectionStatus } from '../model/connectionStatus';
import type { ConnectionLog } from './connectionLog';
import type { Watched } from './watchConnection';

/** One or more sentences. */
export interface SettledText {
  readonly severity: PresentedMessage['severity'];
  /** What is the matter. */
  readonly sentence: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly remedy: string;
}

/**
 * Puts the end into words.
 *
 * @param title how the connection is called
 * @param log what the connection log says; present when the connection is down
 */
export function describeSettled(
  title: string,
  watched: Exclude<Watched, { readonly kind: 'left' }>,
  log: ConnectionLog | undefined,
): SettledText {
  const name = shortText(title, 80);
  switch (watched.kind) {
    case 'settled':
      return ofStatus(name, watched.status, log);
    case 'timed-out':
      return timedOut(name, watched);
    case 'stopped':
      return {
        severity: 'warning',
        sentence: `The update of ${name} was accepted, but how it ends cannot be seen: ${watched.problem.message}`,
        remedy: watched.problem.remedy,
      };
  }
}

function ofStatus(
  name: string,
  { kind, text }: ConnectionStatus,
  log: ConnectionLog | undefined,
): SettledText {
  switch (kind) {
    case 'active':
      return {
        severity: 'information',
        sentence: `${name} is connected (${text}) after the update.`,
        remedy: '',
      };
    case 'down':
      return {
        severity: 'warning',
        sentence: `The update of ${name} was applied, and the tunnel is not connected (${text}).${reasonIn(log)}`,
        remedy:
          'Set the same values on the device at the other end, or restore the previous values.',
      };
    case 'error':
      return {
        severity: 'error',
        sentence: `The service could not apply the update of ${name}: the connection is in ${text}.`,
        remedy:
          'Restore the previous values; if the state stays, give the request ID to the support.',
      };
    case 'frozen':
      return {
        severity: 'error',
        sentence: `${name} is frozen (${text}): it carries no traffic and refuses updates, usually because of unpaid bills or a violation.`,
        remedy: 'Settle the matter of the account in the console.',
      };
    default:
      return {
        severity: 'warning',
        sentence: `The service does not know the state of ${name} (${shortText(text, 40)}).`,
        remedy: 'Look at the connection in the console, and test the traffic.',
      };
  }
}

function timedOut(
  name: string,
  { status, problem }: Extract<Watched, { readonly kind: 'timed-out' }>,
): SettledText {
  const last =
    status === undefined
      ? (problem?.message ?? 'It tells no state.')
      : `Its last state was ${status.text === '' ? 'none' : shortText(status.text, 40)}.`;
  return {
    severity: 'warning',
    sentence: `The update of ${name} was accepted, but it has not settled within ten minutes. ${last}`,
    remedy: 'Go on watching, or look at the connection in the console.',
  };
}

function reasonIn(log: ConnectionLog | undefined): string {
  if (log === undefined) {
    return '';
  }
  if (log.kind === 'unread') {
    return ` ${log.sentence}`;
  }
  if (log.reason === undefined) {
    return ' The connection log names no reason since the update.';
  }
  const meaning = log.reason.meaning === undefined ? '' : ` ${log.reason.meaning}`;
  return ` The connection log gives the reason "${shortText(log.reason.text, 80)}".${meaning}`;
}
