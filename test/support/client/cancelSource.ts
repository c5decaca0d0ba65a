// A signal and the means to give it.
import type { CancelSignal } from '../../../client/src/core/ports/cancelSignal';

export interface CancelSource {
  readonly signal: CancelSignal;
  cancel(): void;
  /** How many listeners are subscribed now; 0 after a clean end. */
  listenerCount(): number;
}

export function cancelSource(): CancelSource {
  const listeners = new Set<() => void>();
  let cancelled = false;
  return {
    signal: {
      isCancelled: () => cancelled,
      onCancel: (listener) => {
        if (cancelled) {
          listener();
          return () => undefined;
        }
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    cancel: () => {
      cancelled = true;
      for (const listener of [...listeners]) {
        listener();
      }
      listeners.clear();
    },
    listenerCount: () => listeners.size,
  };
}
