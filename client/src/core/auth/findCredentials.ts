// Where the credentials of a request come from, in one order for every command.
import type { Environment, Log, Sandbox, SecretStore } from '../ports';
import { problem, type Problem } from '../problem';
import { sandboxStopped } from '../target/findDestination';
import { describeTarget, type Target } from '../target/target';
import type { FoundCredentials } from './credentials';
import { environmentCredentials } from './environmentCredentials';
import { loadCredentials } from './storedCredentials';

/** Credentials, or why there are none. */
export type CredentialsResult =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The ports that are asked. */
export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly environment: Environment;
  readonly sandbox: Sandbox;
  readonly log: Log;
}

/**
 * The order: for the sandbox its own credentials and no others, so that real ones never go there;
 * else what *Sign In* stored for this target; else the environment.
 */
export async function findCredentials(
  target: Target,
  ports: CredentialPorts,
): Promise<CredentialsResult> {
  if (target.kind === 'sandbox') {
    const running = ports.sandbox.running();
    return running === undefined
      ? { kind: 'refused', problem: sandboxStopped() }
      : { kind: 'found', found: { credentials: running.credentials, origin: 'the sandbox' } };
  }
  const stored = await loadCredentials(ports.secrets, target);
  if (stored.kind === 'refused') {
    return stored;
  }
  if (stored.kind === 'found') {
    return { kind: 'found', found: { credentials: stored.credentials, origin: 'Sign In' } };
  }
  if (stored.kind === 'unavailable') {
    ports.log.warn(`The secret storage cannot be read: ${stored.detail}`);
  }
  const fromEnvironment = environmentCredentials(ports.environment);
  if (fromEnvironment.kind !== 'absent') {
    return fromEnvironment;
  }
  return {
    kind: 'refused',
    problem: stored.kind === 'unavailable' ? storageUnavailable() : signedOut(target),
  };
}

/** The secret storage failed, on reading or writing; shared with the commands that change it. */
export function storageUnavailable(): Problem {
  return problem(
    'secret-storage-unavailable',
    'The secret storage of the editor is not available.',
    'Unlock or install the keyring of the system, or set the credentials in the environment and restart the editor.',
    { kind: 'show-log' },
  );
}

function signedOut(target: Target): Problem {
  return problem(
    'signed-out',
    `There are no credentials for the target "${describeTarget(target)}".`,
    'Use Sign In, or set the access key in the environment and restart the editor.',
    { kind: 'sign-in' },
    { kind: 'select-target' },
  );
}
