// Real HTTP that takes virtual time.
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { Transport } from '../../../client/src/core/ports/ports';
import type { VirtualTime } from './virtualTime';

/** How long a request takes before it arrives, in milliseconds. */
export type Delay = (request: { readonly method: string; readonly url: string }) => number;

/** Time stands still while real bytes are under way, and passes for as long as `delayMs` says. */
export function slowTransport(time: VirtualTime, delayMs: Delay): Transport {
  return {
    send: async (request, limits) => {
      const delay = delayMs(request);
      if (delay > 0) await time.wait(Math.min(delay, limits.timeoutMs), limits.cancel);
      if (delay < limits.timeoutMs) return time.real(fetchTransport.send(request, limits));
      const elapsedMs = limits.timeoutMs;
      return { kind: 'failure', code: 'timed-out', delivered: 'perhaps', detail: '', elapsedMs };
    },
  };
}
