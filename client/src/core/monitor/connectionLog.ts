// The connection log of the service: why a tunnel is down.
// Source: VPN API reference, "Querying the logs of a VPN connection".
import type { Json, JsonObject } from '../../../../server/src/protocol/messages';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import { readBackTimeoutMs } from '../cloud/limits';
import type { CancelSignal } from '../ports/cancelSignal';
import { localMoment } from '../ports/localMoment';
import { isJsonList, isJsonObject, valueAt } from '../../../../server/src/protocol/json';
import { explainResponse } from '../cloud/errors/explainResponse';
import { heldObject } from '../cloud/remoteObject';
import { sendRequest } from '../cloud/sendRequest';
import { shortText } from '../model/visibleText';
import { readConnection } from '../cloud/fetchConnection';
import { reasonOf, type LogReason } from './logReasons';
import type { RemoteConnection } from '../model/remoteConnection';

/** The last lines, newest first, or one sentence that explains why there are none. */
export type ConnectionLog =
  | { readonly kind: 'read'; readonly lines: readonly string[]; readonly reason?: LogReason }
  | { readonly kind: 'unread'; readonly sentence: string };

const mostLines = 10;
/** The clocks of this machine and of the service may differ by so much. */
const clockSlackMs = 60_000;
const longestLine = 300;

/** Whose log, and from when on a reason can have to do with the update. */
export interface LogQuestion {
  readonly connection: RemoteConnection;
  readonly credentials: Login;
  /** Milliseconds since 1970: when the update was sent. */
  readonly since: number;
}

/** Reads the log once. */
export async function readConnectionLog(
  context: Context,
  { connection, credentials, since }: LogQuestion,
  cancel: CancelSignal,
): Promise<ConnectionLog> {
  const request = { ...readConnection(connection), url: `${connection.url}/log` };
  const { projectId, target } = connection;
  const sending = { credentials, projectId, target, timeoutMs: readBackTimeoutMs, cancel };
  const result = await sendRequest(context, request, sending);
  const held = heldObject(result);
  if (held === undefined) {
    const why =
      result.kind === 'response' && result.status >= 400
        ? ` ${explainResponse(result, request).advice.meaning}`
        : '';
    return { kind: 'unread', sentence: `The connection log couldn't be read.${why}` };
  }
  const entries = entriesOf(context, held);
  const recent = entries.filter(({ at }) => at * 1000 >= since - clockSlackMs);
  const reason = causeOf(recent.map(({ text }) => text));
  const lines = entries.slice(0, mostLines).map(({ time, text }) => `${time} ${text}`.trim());
  return { kind: 'read', lines, ...(reason !== undefined && { reason }) };
}

interface Entry {
  readonly at: number;
  readonly time: string;
  readonly text: string;
}

/** Newest first, whatever the order of the answer. */
function entriesOf(context: Context, held: JsonObject): readonly Entry[] {
  const logs = valueAt(held, '/logs');
  return (isJsonList(logs) ? logs : [])
    .flatMap((entry) => entryOf(context, entry))
    .sort((a, b) => b.at - a.at);
}

function entryOf(context: Context, value: Json): readonly Entry[] {
  if (!isJsonObject(value) || typeof value['raw_message'] !== 'string') {
    return [];
  }
  const seconds = typeof value['time'] === 'number' ? value['time'] : Number.NaN;
  const isMoment = Math.abs(seconds) < 8e12;
  const time = isMoment ? localMoment(context, seconds * 1000) : '';
  const text = shortText(value['raw_message'].trim(), longestLine);
  return [{ at: isMoment ? seconds : 0, time, text }];
}

/** The newest reason that is more than that the tunnel was taken down for a change. */
function causeOf(lines: readonly string[]): LogReason | undefined {
  const found = lines.map(reasonOf).filter((reason) => reason !== undefined);
  return found.find(({ text }) => !/config modify|manual offline/i.test(text)) ?? found[0];
}
