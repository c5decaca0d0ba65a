// The commands that start, select and stop the sandbox.
import { describeTarget } from '../../core/model/target';
import type { Services } from '../services';

/**
 * *Start Sandbox*: starts the embedded VPN API and selects it. It has its own credentials, so those that
 * are stored for other targets stay as they are. Returns its endpoint.
 */
export async function startSandbox({
  sandbox,
  targets,
  showMessage,
  log,
}: Services): Promise<string | undefined> {
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
}

/** *Stop Sandbox*: stops the embedded VPN API and selects the target that was selected before. */
export async function stopSandbox({
  sandbox,
  targets,
  useCases,
  showMessage,
}: Services): Promise<void> {
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
}

/** *Select Target*. The sandbox is started when it is selected. */
export async function selectTarget(services: Services): Promise<unknown> {
  const outcome = await services.useCases.selectTarget();
  const isSandbox = outcome.kind === 'selected' && outcome.target.kind === 'sandbox';
  if (isSandbox && services.sandbox.running() === undefined) await startSandbox(services);
  return outcome;
}
