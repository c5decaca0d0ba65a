// One attempt to send the previous values back, and what is written down about it.
import type { Context } from '../redaction/context';
import type { CancelSignal } from '../ports/cancelSignal';
import { readBackTimeoutMs, requestTimeoutMs } from '../cloud/limits';
import { followEntry } from '../monitor/settleEntry';
import type { ArmedWindow, RestoreCause, WindowState } from '../journal/armedWindow';
import { restorePauseMs } from './nextStep';
import { sendBack, type SentBack } from './sendBack';
import { tellFailed, tellRestored } from './windowText';
import { deleteWindow, leaseOfWindow, readWindow, writeWindow } from '../journal/windowRecords';

/** While the cloud works on something else. */
const busyMs = 10_000;

/** `taken`: another window decides right now. What came of the attempt stands in the record. */
export async function restoreStep(
  context: Context,
  window: ArmedWindow,
  cause: RestoreCause,
  stop: CancelSignal,
): Promise<'tried' | 'taken'> {
  const spanMs = requestTimeoutMs(context.settings.read()) + 5 * readBackTimeoutMs;
  const lease = await leaseOfWindow(context, window.id, spanMs);
  if (lease.kind === 'taken') {
    return 'taken';
  }
  try {
    // Somebody may have decided between the last look and the lease.
    const current = await readWindow(context, window.id);
    if (current !== undefined && current.state.kind === window.state.kind) {
      await conclude(context, current, cause, await sendBack(context, current, stop));
    }
    return 'tried';
  } finally {
    if (lease.kind === 'held') {
      await lease.release();
    }
  }
}

async function conclude(
  context: Context,
  window: ArmedWindow,
  cause: RestoreCause,
  result: SentBack,
): Promise<void> {
  switch (result.kind) {
    case 'left':
      return;
    case 'restored':
      await deleteWindow(context, window.id);
      tellRestored(context, window, cause, result);
      if (result.entry?.stage.kind === 'settling') {
        followEntry(context, result.entry);
      }
      return;
    case 'unneeded':
      await deleteWindow(context, window.id);
      tellRestored(context, window, cause, result);
      return;
    default: {
      const state = failedState(context, window, cause, result);
      await writeWindow(context, { ...window, state });
      if (result.kind !== 'busy') {
        tellFailed(context, window, state, result.problem);
      }
    }
  }
}

function failedState(
  { clock }: Context,
  { state }: ArmedWindow,
  cause: RestoreCause,
  result: Extract<SentBack, { readonly kind: 'busy' | 'later' | 'stuck' }>,
): WindowState {
  const failures = state.kind === 'restoring' ? state.failures : 0;
  switch (result.kind) {
    case 'busy':
      return { kind: 'restoring', cause, failures, nextAt: clock.now() + busyMs };
    case 'later': {
      const pauseMs = restorePauseMs(failures + 1, result.waitMs);
      return {
        kind: 'restoring',
        cause,
        failures: failures + 1,
        nextAt: clock.now() + pauseMs,
      };
    }
    case 'stuck':
      return { kind: 'stuck', cause, sentence: result.problem.message };
  }
}
