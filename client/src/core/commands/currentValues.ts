// The connection as it is now, for commands that can do without it: nothing is asked of the user.
import type { JsonObject } from '../../../../server/src/protocol/json';
import { fetchConnection } from '../cloud/fetchConnection';
import { findCredentials } from '../credentials/findCredentials';
import { secretsOf } from '../model/credentials';
import type { RemoteConnection } from '../model/remoteConnection';
import type { Context } from '../redaction/context';

/** `unread`: it can't be read, or is being updated, so that its values aren't final. */
export type CurrentValues =
  | { readonly kind: 'read'; readonly remote: JsonObject }
  | { readonly kind: 'unread' }
  | { readonly kind: 'cancelled' };

/** Reads the connection once, with credentials that are there without a question. */
export async function currentValues(
  context: Context,
  connection: RemoteConnection,
): Promise<CurrentValues> {
  const login = context.trust.isTrusted()
    ? await findCredentials(connection.target, context)
    : undefined;
  if (login?.kind !== 'found') {
    return { kind: 'unread' };
  }
  const { credentials } = login.found;
  secretsOf(credentials).forEach(context.redactor.register);
  const fetched = await context.progress.run('Reading the connection', (cancel) =>
    fetchConnection(context, connection, credentials, cancel),
  );
  if (fetched.kind === 'cancelled') {
    return { kind: 'cancelled' };
  }
  return fetched.kind === 'fetched' && fetched.status.kind !== 'pending'
    ? { kind: 'read', remote: fetched.remote }
    : { kind: 'unread' };
}
