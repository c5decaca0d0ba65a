// Accounts as the editor's sessions, and what has changed between two lists of them.
import type { AuthenticationSession } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { Account } from '../../core/credentials/accounts';

/** Identifier and name of the provider, as the manifest contributes it. */
export const providerId = 'huaweicloud';
export const providerLabel = 'Huawei Cloud (VPN Connection)';

/** Added and removed sessions, as the editor is told of them. */
export interface SessionChange {
  readonly added: readonly AuthenticationSession[];
  readonly removed: readonly AuthenticationSession[];
  readonly changed: readonly AuthenticationSession[];
}

/**
 * A session. Other extensions may ask the editor for its access token, so that is an opaque name and
 * no token: it opens nothing, neither here nor in the cloud.
 */
export function toSession({ id, label }: Account): AuthenticationSession {
  return {
    id,
    accessToken: `vpnconn-account-${id}`,
    account: { id, label: literalText(label) },
    scopes: [],
  };
}

/** Compares by account; another label (another access key) is a change. */
export function changeOf(
  before: readonly AuthenticationSession[],
  after: readonly AuthenticationSession[],
): SessionChange {
  const find = (sessions: readonly AuthenticationSession[], id: string) =>
    sessions.find((session) => session.id === id);
  return {
    added: after.filter(({ id }) => find(before, id) === undefined),
    removed: before.filter(({ id }) => find(after, id) === undefined),
    changed: after.filter((session) => {
      const earlier = find(before, session.id);
      return earlier !== undefined && earlier.account.label !== session.account.label;
    }),
  };
}
