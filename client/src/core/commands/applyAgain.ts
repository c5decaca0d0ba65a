// *Wait and Try Again* below an answer that asks for patience.
import type { Context } from '../redaction/context';
import type { DocumentPlace } from '../model/documentPlace';
import { localMoment } from '../ports/localMoment';
import { applyUpdate } from './applyUpdate';
import type { SendUpdateOutcome } from '../apply/outcome';

/** No button waits for longer. */
const longestMs = 600_000;

/** Waits visibly, then does all that *Apply Update* does: it asks again before anything is sent. */
export async function applyAgain(
  context: Context,
  place: DocumentPlace,
  waitMs: number,
): Promise<SendUpdateOutcome> {
  const wait = Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), longestMs) : 0;
  const until = localMoment(context, context.clock.now() + wait);
  const left = await context.progress.run(`Waiting until ${until}`, async (cancel) => {
    await context.timer.wait(wait, cancel);
    return cancel.isCancelled();
  });
  return left ? { kind: 'declined' } : applyUpdate(context, place);
}
