// *Stop Sandbox*: stops the embedded VPN API and goes back to the target that was selected before.
import { describeTarget } from '../../core/model/target';
import type { Handler, Services } from '../services';

export function stopSandbox({ sandbox, targets, useCases, showMessage }: Services): Handler {
  return async () => {
    await sandbox.stop();
    await targets.leaveSandbox();
    const target = useCases.currentTarget();
    const next =
      target === undefined
        ? 'No target is selected now.'
        : `Updates now go to: ${describeTarget(target)}.`;
    showMessage({
      severity: 'information',
      text: `The sandbox is stopped. ${next}`,
      actions: target === undefined ? [{ kind: 'select-target' }] : [],
    });
  };
}
