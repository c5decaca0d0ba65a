// The custom notifications, typed by their method.
import type { MessageConnection } from 'vscode-jsonrpc';
import type { Notifications, ServerNotifications } from '../protocol/methods';

/** Calls `handler` with what the client notifies the server of. */
export function onNotification<M extends keyof Notifications>(
  connection: MessageConnection,
  method: M,
  handler: (params: Notifications[M]) => void,
): void {
  connection.onNotification(method, handler);
}

/** Notifies the client. A client that is gone doesn't need it any more. */
export function notifyClient<M extends keyof ServerNotifications>(
  connection: MessageConnection,
  method: M,
  params: ServerNotifications[M],
): void {
  void connection.sendNotification(method, params);
}
