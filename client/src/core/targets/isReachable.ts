// Whether this window can send anything to a connection that a record names.
import type { RemoteConnection } from '../model/remoteConnection';
import type { Ports } from '../ports/ports';

/** A connection of the sandbox exists in the window that runs it, and nowhere else. */
export function isReachable(
  { target, url }: Pick<RemoteConnection, 'target' | 'url'>,
  { sandbox }: Pick<Ports, 'sandbox'>,
): boolean {
  return target.kind !== 'sandbox' || new URL(url).origin === sandbox.running()?.endpoint;
}
