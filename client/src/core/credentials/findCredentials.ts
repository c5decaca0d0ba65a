// Where the credentials of a request come from, in one order for every command.
import type { Environment, Files, Log, Sandbox, SecretStore, Settings } from '../ports/ports';
import type { Later } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import { sandboxStopped } from '../targets/findDestination';
import { describeTarget, type Target } from '../model/target';
import type { CredentialSource } from '../model/target';
import { credentialSourceOf } from '../targets/targetStanding';
import type { FoundCredentials } from '../model/credentials';
import type { SourceResult } from './credentialSource';
import { environmentCredentials } from './environmentCredentials';
import { iamEndpointOf } from './iamEndpoint';
import { kooCliProfile } from './kooCliProfile';
import { sdkProfile } from './sdkProfile';
import { loadCredentials } from './storedCredentials';

/** Credentials, or why there are none. `later`: the place that has them can't be read at the moment. */
export type CredentialsResult =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

/** The ports that are asked. */
export interface CredentialPorts {
  readonly secrets: SecretStore;
  readonly environment: Environment;
  readonly files: Files;
  readonly settings: Settings;
  readonly sandbox: Sandbox;
  readonly log: Log;
}

/**
 * Finds credentials without asking anybody. For the sandbox its own and no others, so that real ones
 * never go there; else from the place that the target's entry names; else in this order: what
 * *Sign In* stored for this target, the environment, the SDK profile, the KooCLI profile.
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
  const source = credentialSourceOf(target, ports.settings.read());
  switch (source) {
    case 'any':
      return anySource(target, ports);
    case 'environment':
      return orMissing(environmentCredentials(ports.environment, iamEndpointOf(target)), target);
    case 'profile':
      return orMissing(await sdkProfile(ports.files, ports.environment), target);
    case 'koocli':
      return orMissing(await kooCliProfile(ports.files, ports.environment), target);
    case 'ask':
      return { kind: 'refused', problem: askedEachTime(target) };
    case 'access-key':
    case 'temporary-access-key':
    case 'token':
    case 'password':
      return ofKind(source, orMissing(await fromStorage(target, ports), target));
  }
}

/** Whether anything but *Sign In* has credentials for the target. */
export async function hasOtherCredentials(
  target: Target,
  ports: CredentialPorts,
): Promise<boolean> {
  const others = await otherSources(target, ports);
  return target.kind !== 'sandbox' && others.some(({ kind }) => kind === 'found');
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

async function anySource(target: Target, ports: CredentialPorts): Promise<CredentialsResult> {
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
  const [environment, profile, kooCli] = await otherSources(target, ports);
  const first = [environment, profile].find(({ kind }) => kind !== 'absent');
  if (first !== undefined && first.kind !== 'absent') {
    return first;
  }
  if (kooCli.kind === 'found') {
    return kooCli;
  }
  const isLocked = stored.kind === 'unavailable';
  const missing = isLocked ? storageUnavailable() : signedOut(target);
  // Most users of KooCLI have not chosen it for this, so what it lacks is a hint and not the matter.
  const hint = kooCli.kind === 'absent' ? '' : ` ${kooCli.problem.message}`;
  return {
    kind: isLocked || kooCli.kind === 'later' ? 'later' : 'refused',
    problem: { ...missing, message: `${missing.message}${hint}` },
  };
}

async function otherSources(
  target: Target,
  { environment, files }: CredentialPorts,
): Promise<readonly [SourceResult, SourceResult, SourceResult]> {
  return [
    environmentCredentials(environment, iamEndpointOf(target)),
    await sdkProfile(files, environment),
    await kooCliProfile(files, environment),
  ];
}

async function fromStorage(target: Target, ports: CredentialPorts): Promise<SourceResult> {
  const stored = await loadCredentials(ports.secrets, target);
  switch (stored.kind) {
    case 'found':
      return { kind: 'found', found: { credentials: stored.credentials, origin: 'Sign In' } };
    case 'unavailable':
      ports.log.warn(`The secret storage cannot be read: ${stored.detail}`);
      return { kind: 'later', problem: storageUnavailable() };
    case 'absent':
    case 'refused':
      return stored;
  }
}

function orMissing(result: SourceResult, target: Target): CredentialsResult {
  return result.kind === 'absent' ? { kind: 'refused', problem: signedOut(target) } : result;
}

function ofKind(wanted: CredentialSource, result: CredentialsResult): CredentialsResult {
  return result.kind === 'found' && result.found.credentials.kind !== wanted
    ? { kind: 'refused', problem: otherKind() }
    : result;
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

function otherKind(): Problem {
  return problem(
    'credentials-other-kind',
    'The stored credentials are not of the kind that the settings name for this target.',
    'Use Sign In to enter credentials of that kind.',
    { kind: 'sign-in' },
  );
}

function askedEachTime(target: Target): Problem {
  return problem(
    'credentials-asked',
    `The credentials of the target "${describeTarget(target)}" are asked for when something is sent.`,
    'Apply the update to be asked.',
  );
}
