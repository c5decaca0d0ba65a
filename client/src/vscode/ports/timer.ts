// Waiting, by the timers of the platform.
import type { Timer } from '../../core/ports/lastingPorts';

/** Ends early, and leaves no timer behind, when it is cancelled. */
export const platformTimer: Timer = {
  wait: (milliseconds, cancel) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        unsubscribe();
        resolve();
      }, milliseconds);
      const unsubscribe = cancel.onCancel(() => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
