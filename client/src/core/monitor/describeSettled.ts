// How an update ended, for the person who waits.
import type { PresentedMessage } from '../ports/ports';
import { shortText } from '../model/visibleText';
import type { ConnectionStatus } from '../model/connectionStatus';
import type { ConnectionLog } from './connectionLog';
import type { Watched } from './watchConnection';

/** One or more sentences. */
export interface SettledText {
  readonly severity: PresentedMessage['severity'];
  /** What happened. */
  readonly sentence: string;
  /** What to do about it; empty when there is nothing to do. */
  readonly remedy: string;
}

/**
 * Describes how it ended.
 *
 * @param title name of the connection
 * @param log the connection log; present when the connection is down
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
        sentence: `The update to ${name} was accepted, but it can't be tracked any longer: ${watched.problem.message}`,
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
        sentence: `${name} updated. The tunnel is up.`,
        remedy: '',
      };
    case 'down':
      return {
        severity: 'warning',
        sentence: `${name} updated, but the tunnel is down.${reasonIn(log)}`,
        remedy: 'Set the same values on the peer device, or restore the previous values.',
      };
    case 'error':
      return {
        severity: 'error',
        sentence: `The service couldn't apply the update to ${name} (status ${text}).`,
        remedy:
          'Restore the previous values. If the problem persists, contact support with the request ID.',
      };
    case 'frozen':
      return {
        severity: 'error',
        sentence: `${name} is frozen (${text}): it carries no traffic and rejects updates, usually because of an unpaid bill or a violation.`,
        remedy: 'Resolve the account issue in the console.',
      };
    default:
      return {
        severity: 'warning',
        sentence: `The service doesn't know the status of ${name} (${shortText(text, 40)}).`,
        remedy: 'Check the connection in the console, and test the traffic.',
      };
  }
}

function timedOut(
  name: string,
  { status, problem }: Extract<Watched, { readonly kind: 'timed-out' }>,
): SettledText {
  const last =
    status === undefined
      ? (problem?.message ?? 'The service reports no status.')
      : `Last status: ${status.text === '' ? 'none' : shortText(status.text, 40)}.`;
  return {
    severity: 'warning',
    sentence: `The update to ${name} was accepted, but it didn't finish within ten minutes. ${last}`,
    remedy: 'Keep tracking it, or check the connection in the console.',
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
    return ' The connection log has no reason since the update.';
  }
  const meaning = log.reason.meaning === undefined ? '' : ` ${log.reason.meaning}`;
  return ` Reason: ${shortText(log.reason.text, 80)}.${meaning}`;
}
