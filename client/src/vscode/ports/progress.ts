// Progress of a request as a notification with the elapsed seconds and a button to cancel.
import { CancellationTokenSource, ProgressLocation, window, type CancellationToken } from 'vscode';
import { literalText } from '../../core/model/visibleText';
import type { ProgressRunner } from '../../core/ports/ports';
import type { CancelSignal } from '../../core/ports/cancelSignal';

/**
 * What is done sooner is not worth a notification: it would only flicker, and the editor shows no more
 * than three new ones within a second, so it would take the place of one that matters.
 */
const shownAfterMs = 300;

/** Shows each task that takes long enough, until it ends. */
export const notificationProgress: ProgressRunner = {
  run: async (title, task) => {
    const source = new CancellationTokenSource();
    const work = task(cancelSignal(source.token)).finally(() => source.dispose());
    if (!(await endsSoon(work))) await show(title, work, source);
    return work;
  },
};

async function show(
  title: string,
  work: Promise<unknown>,
  source: CancellationTokenSource,
): Promise<void> {
  const options = {
    location: ProgressLocation.Notification,
    title: literalText(title),
    cancellable: true,
  };
  await window.withProgress(options, async (progress, token) => {
    const started = Date.now() - shownAfterMs;
    const timer = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      const state = token.isCancellationRequested ? 'cancelling, ' : '';
      progress.report({ message: `${state}${seconds} s` });
    }, 1000);
    const cancelled = token.onCancellationRequested(() => source.cancel());
    // Whoever waits for the work hears of its failure.
    await work.catch(() => undefined);
    cancelled.dispose();
    clearInterval(timer);
  });
}

async function endsSoon(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), shownAfterMs);
  });
  const done = work.then(
    () => true,
    () => true,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

/** The editor's token as the core's signal. */
export function cancelSignal(token: CancellationToken): CancelSignal {
  return {
    isCancelled: () => token.isCancellationRequested,
    onCancel: (listener) => {
      // A token that is cancelled already tells its listeners later; the core is told at once.
      if (token.isCancellationRequested) {
        listener();
        return () => undefined;
      }
      const subscription = token.onCancellationRequested(() => {
        subscription.dispose();
        listener();
      });
      return () => {
        subscription.dispose();
      };
    },
  };
}
