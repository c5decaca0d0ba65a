// After an update was sent: monitors it in the background, and counts down to its rollback.
import type { SentUpdate } from '../apply/apply';
import { forgetLook } from '../plan/looks';
import { followEntry, type SettleOptions } from '../monitor/settleEntry';
import type { Context } from '../redaction/context';
import { countDown } from '../rollback/countdown';

/** Returns at once. What the user has seen of the connection isn't what it is now. */
export function followSent(context: Context, sent: SentUpdate, options: SettleOptions): void {
  forgetLook(context, sent.connection);
  if (sent.pending !== undefined) {
    countDown(context, sent.pending.rollback, sent.pending.lease);
  }
  if (sent.entry.stage.kind === 'settling') {
    followEntry(context, sent.entry, options);
  }
}
