// What the user has seen of each connection, so that nobody's change is overwritten unseen: the API
// takes an update from anyone at any time, and the time of the last change is all that it tells.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { LiveAnswers } from '../../../../server/src/protocol/plan';
import type { Context } from '../redaction/context';
import type { Look } from '../ports/ports';
import type { RemoteConnection } from '../model/remoteConnection';
import { updatedAtOf } from '../model/connectionStatus';

type Looks = Pick<Context, 'memory' | 'presenter'>;

/** Remembers what was shown of a connection. */
export function keepLook({ memory }: Looks, { url }: RemoteConnection, look: Look): void {
  memory.keepLook(keyOf(url), look);
}

/** Forgets it: whoever changes a connection has to look again. An open plan says so. */
export function forgetLook(
  { memory, presenter }: Looks,
  { url, connectionId }: RemoteConnection,
): void {
  memory.forgetLook(keyOf(url));
  presenter.updatePlan({
    ...{ kind: 'outdated', connectionId },
    notice:
      'An update was sent after this plan was made. Refresh to see the connection as it is now.',
  });
}

/** What was seen last. */
export function lastLook({ memory }: Looks, { url }: RemoteConnection): Look | undefined {
  return memory.look(keyOf(url));
}

/** What was seen earlier, when the connection has been changed since then. */
export function earlierLook(
  { memory }: Looks,
  { url }: RemoteConnection,
  live: LiveAnswers,
): LiveAnswers | undefined {
  const earlier = memory.look(keyOf(url))?.live;
  return earlier !== undefined && hasMoved(earlier, live) ? earlier : undefined;
}

/** Whether the service says that the connection was changed between two readings. */
export function hasMoved(earlier: JsonObject, live: JsonObject): boolean {
  const [then, now] = [updatedAtOf(earlier), updatedAtOf(live)];
  return then !== undefined && now !== undefined && then !== now;
}

/** Identifiers mean the same in either case. */
function keyOf(url: string): string {
  return url.toLowerCase();
}
