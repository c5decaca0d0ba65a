// Lines of the connection log, in the form the service writes them.
import type { Connection, LogLine } from './resources';

/** What an update leaves in the log: the old tunnel goes at once, the outcome follows when settled. */
export function updateLogLines(
  connection: Connection,
  now: number,
  settlesAt: number,
): readonly LogLine[] {
  const lines = [{ time: now, message: tunnelDown('config modify or manual offline') }];
  if (connection.status === 'ACTIVE') {
    lines.push({ time: settlesAt, message: 'IPSec tunnel is established.' });
  }
  const reason = lastFailure(connection.log);
  if (connection.status === 'DOWN' && reason !== undefined) {
    lines.push({ time: settlesAt, message: reason });
  }
  return lines;
}

/** A line about a tunnel that went down. */
export function tunnelDown(reason: string): string {
  return `IPSec tunnel state changes to down. (Reason=[${reason}])`;
}

/** A line about a tunnel that does not come up. */
export function negotiationFails(peer: string, reason: string): string {
  return `IPSec tunnel negotiation fails. (PeerAddress=[${peer}], PeerPort=[500], Reason=[${reason}])`;
}

function lastFailure(log: readonly LogLine[]): string | undefined {
  return log.findLast((line) => line.message.includes('negotiation fails'))?.message;
}
