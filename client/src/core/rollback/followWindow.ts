// The countdown of a confirmation window. Every window of the editor may show it; whoever acts first
// at its end holds the lease.
import type { Context } from '../redaction/context';
import type { Watch } from '../ports/lastingPorts';
import { shortText } from '../model/visibleText';
import type { ArmedWindow, RestoreCause } from '../journal/armedWindow';
import { createTunnelGuard, type TunnelGuard } from './tunnelGuard';
import { keepUpdate, restoreNow } from './decideWindow';
import { nextStep, type WindowStep } from './nextStep';
import { restoreStep } from './restoreStep';
import { countdownText, tellNearEnd } from './windowText';
import { deleteWindow, readWindow } from '../journal/windowRecords';

/** Counts down in the background until the window is over. Returns at once; a second call does nothing. */
export function followWindow(context: Context, { id, title }: ArmedWindow): void {
  const release = context.inFlight.begin(`window ${id}`);
  if (release === undefined) {
    return;
  }
  const name = shortText(title, 60);
  context.background.start({
    title: name,
    kind: 'countdown',
    decisions: [
      { label: `Keep Update of ${name}`, decide: () => keepUpdate(context, id) },
      { label: `Restore ${name} Now`, decide: () => restoreNow(context, id) },
    ],
    run: async (watch) => {
      try {
        await countDown(context, id, watch);
      } finally {
        release();
      }
    },
  });
}

async function countDown(context: Context, id: string, watch: Watch): Promise<void> {
  const guard = createTunnelGuard(context);
  let isTold = false;
  while (!watch.stop.isCancelled()) {
    const window = await readWindow(context, id);
    if (window === undefined) {
      return;
    }
    const step = await stepOf(context, window, guard, watch);
    switch (step.kind) {
      case 'done':
        await deleteWindow(context, id);
        return;
      case 'restore':
        await restore(context, window, step.cause, watch);
        break;
      case 'wait':
        watch.report(countdownText(window, step));
        if (step.end === 'near' && !isTold) {
          isTold = true;
          tellNearEnd(context, window, step);
        }
        await context.timer.wait(step.waitMs, watch.stop);
    }
  }
}

async function stepOf(
  context: Context,
  window: ArmedWindow,
  guard: TunnelGuard,
  { stop }: Watch,
): Promise<WindowStep> {
  const step = nextStep(window, context.clock.now());
  return window.state.kind === 'armed' &&
    step.kind === 'wait' &&
    (await guard.hasFailed(window, stop))
    ? { kind: 'restore', cause: 'not-connected' }
    : step;
}

async function restore(
  context: Context,
  window: ArmedWindow,
  cause: RestoreCause,
  watch: Watch,
): Promise<void> {
  const isTrusted = context.trust.isTrusted();
  watch.report(isTrusted ? 'restoring' : 'waits for a trusted window');
  const step = isTrusted ? await restoreStep(context, window, cause, watch.stop) : 'taken';
  // Another window is at it, or this one may not: look again in a moment.
  if (step === 'taken') {
    await context.timer.wait(pauseMs, watch.stop);
  }
}

const pauseMs = 1000;
