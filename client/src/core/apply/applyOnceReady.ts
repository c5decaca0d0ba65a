// Applies as soon as the cloud has finished an earlier change of the connection: the user is asked
// whether to wait for it, and nothing is held meanwhile.
import type { Action } from '../model/problem';
import { refused } from '../model/refused';
import type { Context } from '../redaction/context';
import {
  apply,
  connectionOf,
  type Applied,
  type ApplyOptions,
  type ConfirmedUpdate,
} from './apply';
import { waitWhilePending } from './readBefore';

/** How it ended: the user has been asked about an earlier change, so it is never `busy`. */
export type AppliedOnceReady = Exclude<Applied, { readonly kind: 'busy' }>;

/** Where the service states no time itself. */
export const usualWaitMs = 30_000;

/** Asks, waits and applies. */
export async function applyOnceReady(
  context: Context,
  confirmed: ConfirmedUpdate,
  options: ApplyOptions,
): Promise<AppliedOnceReady> {
  const connection = connectionOf(confirmed);
  for (;;) {
    const applied = await apply(context, confirmed, options);
    if (applied.kind !== 'busy') {
      return applied;
    }
    if (!(await isToWait(context, applied, confirmed))) {
      return { kind: 'declined' };
    }
    const again: Action = { kind: 'apply-again', place: confirmed.place, waitMs: usualWaitMs };
    const waited = await waitWhilePending(context, connection, confirmed.credentials, again);
    if (waited === 'declined') {
      return { kind: 'declined' };
    }
    if (waited !== 'settled') {
      return refused(waited);
    }
    if (options.isStale()) {
      return { kind: 'stale' };
    }
  }
}

async function isToWait(
  { confirmation }: Context,
  { status, name }: Extract<Applied, { readonly kind: 'busy' }>,
  { destination, update }: ConfirmedUpdate,
): Promise<boolean> {
  const answer = await confirmation.ask({
    title: 'Another change is in progress. Apply when it finishes?',
    detail: [
      `Connection: ${name ?? update.connectionId} on ${destination.host}`,
      `Status: ${status}`,
      '',
      'The service rejects updates in this status. The update is sent as confirmed when the change has finished. You can cancel waiting.',
    ].join('\n'),
    proceed: 'Apply When Ready',
    review: "Don't Apply",
  });
  return answer === 'confirmed';
}
