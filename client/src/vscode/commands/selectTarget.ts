// *Select Target*. Whoever selects the sandbox wants it to run.
import type { Handler, Services } from '../services';
import { startSandbox } from './startSandbox';

export function selectTarget(services: Services): Handler {
  return async () => {
    const outcome = await services.useCases.selectTarget();
    const wantsSandbox = outcome.kind === 'selected' && outcome.target.kind === 'sandbox';
    if (wantsSandbox && services.sandbox.running() === undefined) {
      await startSandbox(services)();
    }
    return outcome;
  };
}
