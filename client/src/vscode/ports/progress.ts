// Progress of a request as a notification with the elapsed seconds and a button to cancel.
import { ProgressLocation, window, type CancellationToken } from 'vscode';
import type { CancelSignal, ProgressRunner } from '../../core/ports';

/** Shows each task for as long as it runs. */
export const notificationProgress: ProgressRunner = {
  run: async (title, task) => {
    const location = ProgressLocation.Notification;
    return window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      const started = Date.now();
      const timer = setInterval(() => {
        const seconds = Math.round((Date.now() - started) / 1000);
        const state = token.isCancellationRequested ? 'cancelling, ' : '';
        progress.report({ message: `${state}${seconds} s` });
      }, 1000);
      try {
        return await task(cancelSignal(token));
      } finally {
        clearInterval(timer);
      }
    });
  },
};

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
