// The live connection and its gateway, as the service tells them now.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import type { LiveAnswers } from '../../../../server/src/protocol/plan';
import type { Login } from '../model/credentials';
import type { Context } from '../redaction/context';
import { readBackTimeoutMs } from '../cloud/limits';
import type { CancelSignal } from '../ports/cancelSignal';
import type { Problem } from '../model/problem';
import { valueAt } from '../../../../server/src/protocol/json';
import { fetchConnection } from '../cloud/fetchConnection';
import type { RemoteConnection } from '../model/remoteConnection';
import { heldObject } from '../cloud/remoteObject';
import { sendRequest } from '../cloud/sendRequest';

/** What was read. `unreadable`: these credentials may not read it, though they may change it. */
export type LiveReading =
  | { readonly kind: 'read'; readonly live: LiveAnswers }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Reads the connection and, when that works, the gateway that it names. Checks in open files know from
 * now on what was read. A gateway that cannot be read costs facts, not the plan.
 */
export async function readLive(
  context: Context,
  connection: RemoteConnection,
  login: Login,
): Promise<LiveReading> {
  return context.progress.run('Reading the connection', async (cancel) => {
    const fetched = await fetchConnection(context, connection, login, cancel);
    switch (fetched.kind) {
      case 'fetched': {
        const gateway = await readGateway(context, connection, fetched.remote, { login, cancel });
        // The connection stands first: what both tell, such as a time, is looked for in this order.
        const live = { ...fetched.remote, ...gateway, ...fetched.remote };
        const { projectId, connectionId } = connection;
        context.server.notify('vpnconn/liveConnection', { projectId, connectionId, live });
        return { kind: 'read', live };
      }
      case 'cancelled':
        return fetched;
      case 'refused':
        return fetched.problem.code === 'http-403' ? { kind: 'unreadable' } : fetched;
      case 'later':
      case 'credentials-rejected':
        return { kind: 'refused', problem: fetched.problem };
    }
  });
}

interface Asking {
  readonly login: Login;
  readonly cancel: CancelSignal;
}

async function readGateway(
  context: Context,
  connection: RemoteConnection,
  held: JsonObject,
  { login, cancel }: Asking,
): Promise<JsonObject> {
  const url = gatewayUrl(connection, held);
  if (url === undefined) {
    return {};
  }
  const headers = { 'Content-Type': 'application/json' };
  const result = await sendRequest(
    context,
    { method: 'GET', url, headers },
    {
      ...{ credentials: login, projectId: connection.projectId, target: connection.target },
      ...{ timeoutMs: readBackTimeoutMs, cancel },
    },
  );
  const gateway = heldObject(result);
  if (gateway === undefined) {
    context.log.warn('The gateway could not be read, so its flavor and association are unknown.');
  }
  return gateway ?? {};
}

/** Beside the connections of the project. Source: VPN API reference, "Querying a VPN gateway". */
function gatewayUrl({ url }: RemoteConnection, held: JsonObject): string | undefined {
  const [id] = Object.keys(held).flatMap((member) => {
    const value = valueAt(held, `/${member}/vgw_id`);
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  const project = /^(.*)\/vpn-connection\/[^/]+$/.exec(url)?.[1];
  // An identifier that would lead elsewhere is none.
  if (id === undefined || project === undefined || !/^[A-Za-z0-9-]+$/.test(id)) {
    return undefined;
  }
  return `${project}/vpn-gateways/${id}`;
}
