// Background work that an exception doesn't end.
import type { CancelSignal } from '../ports/cancelSignal';
import { reportDefect } from '../ports/report';
import type { Context } from '../redaction/context';
import { nextLookMs } from './pace';

/** Begins again with growing pauses until the work ends by itself; `stopped`: the user wants no more. */
export async function persevere<T>(
  context: Context,
  what: string,
  stop: CancelSignal,
  work: () => Promise<T>,
): Promise<T | 'stopped'> {
  for (let failures = 1; !stop.isCancelled(); failures += 1) {
    try {
      return await work();
    } catch (error) {
      reportDefect(context, what, error);
    }
    await context.timer.wait(nextLookMs(0, failures), stop);
  }
  return 'stopped';
}
