// *Start Sandbox*: starts the embedded VPN API and selects it. It brings its own credentials, so
// those that are stored for other targets stay as they are.
import type { Handler, Services } from '../services';

export function startSandbox({ sandbox, targets, showMessage, log }: Services): Handler {
  return async () => {
    try {
      await sandbox.start();
    } catch (error) {
      log.error(`The sandbox did not start: ${error instanceof Error ? error.message : 'unknown'}`);
      showMessage({
        severity: 'error',
        text: 'The sandbox could not be started, because this machine gave it no port on 127.0.0.1.',
        actions: [{ kind: 'show-log' }],
      });
      return undefined;
    }
    await targets.select({ kind: 'sandbox' });
    const endpoint = sandbox.running()?.endpoint;
    showMessage({
      severity: 'information',
      text: `The sandbox runs at ${endpoint ?? 'this machine'}. Updates go there, with its own credentials, until you stop it or select another target.`,
      actions: [],
    });
    return endpoint;
  };
}
