// Where the credentials of a request come from, in one order for every command.
import type { Environment, Files, Log, SecretStore } from '../ports/ports';
import type { Later } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import { describeTarget, type Target } from '../model/target';
import type { CredentialSource } from '../model/target';
import { resolveTarget, type ResolvedTarget, type TargetPorts } from '../targets/resolveTarget';
import type { FoundCredentials } from '../model/credentials';
import type { SourceResult } from './credentialSource';
import { environmentCredentials } from './environmentCredentials';
import { kooCliProfile } from './kooCliProfile';
import { sdkProfile } from './sdkProfile';
import { loadCredentials } from './storedCredentials';

/** Credentials, or why there are none. `later`: the place that has them can't be read at the moment. */
export type CredentialsResult =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

/** The ports that are asked. */
export interface CredentialPorts extends TargetPorts {
  readonly secrets: SecretStore;
  readonly environment: Environment;
  readonly files: Files;
  readonly log: Log;
}

/**
 * Finds credentials without asking anybody. For the sandbox its own and no others, so that real ones
 * never go there; else from the place that the target's entry names; else in this order: what
 * *Sign In* stored for this target, the environment, the SDK profile, the KooCLI profile. A target that
 * the settings no longer contain has none.
 */
export async function findCredentials(
  target: Target,
  ports: CredentialPorts,
): Promise<CredentialsResult> {
  const resolved = resolveTarget(target, ports);
  if (resolved.kind === 'refused') {
    return resolved;
  }
  const running = target.kind === 'sandbox' ? ports.sandbox.running() : undefined;
  return running === undefined
    ? fromSource(resolved, ports)
    : { kind: 'found', found: { credentials: running.credentials, origin: 'the sandbox' } };
}

async function fromSource(
  resolved: ResolvedTarget,
  ports: CredentialPorts,
): Promise<CredentialsResult> {
  const { target, iamEndpoint, credentials: source } = resolved;
  switch (source) {
    case 'any':
      return anySource(resolved, ports);
    case 'environment':
      return orMissing(environmentCredentials(ports.environment, iamEndpoint), target);
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
      return ofKind(source, orMissing(await fromStorage(resolved, ports), target));
  }
}

/** Whether anything but *Sign In* has credentials for the target. */
export async function hasOtherCredentials(
  target: Target,
  ports: CredentialPorts,
): Promise<boolean> {
  const resolved = resolveTarget(target, ports);
  if (resolved.kind === 'refused' || target.kind === 'sandbox') {
    return false;
  }
  const others = await otherSources(resolved, ports);
  return others.some(({ kind }) => kind === 'found');
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

async function anySource(
  resolved: ResolvedTarget,
  ports: CredentialPorts,
): Promise<CredentialsResult> {
  const stored = await loadCredentials(ports.secrets, resolved);
  if (stored.kind === 'refused') {
    return stored;
  }
  if (stored.kind === 'found') {
    return { kind: 'found', found: { credentials: stored.credentials, origin: 'Sign In' } };
  }
  if (stored.kind === 'unavailable') {
    ports.log.warn(`The secret storage cannot be read: ${stored.detail}`);
  }
  const [environment, profile, kooCli] = await otherSources(resolved, ports);
  const first = [environment, profile].find(({ kind }) => kind !== 'absent');
  if (first !== undefined && first.kind !== 'absent') {
    return first;
  }
  if (kooCli.kind === 'found') {
    return kooCli;
  }
  const isLocked = stored.kind === 'unavailable';
  const missing = isLocked ? storageUnavailable() : signedOut(resolved.target);
  // Most users of KooCLI have not chosen it for this, so what it lacks is a hint and not the matter.
  const hint = kooCli.kind === 'absent' ? '' : ` ${kooCli.problem.message}`;
  return {
    kind: isLocked || kooCli.kind === 'later' ? 'later' : 'refused',
    problem: { ...missing, message: `${missing.message}${hint}` },
  };
}

async function otherSources(
  { iamEndpoint }: ResolvedTarget,
  { environment, files }: CredentialPorts,
): Promise<readonly [SourceResult, SourceResult, SourceResult]> {
  return [
    environmentCredentials(environment, iamEndpoint),
    await sdkProfile(files, environment),
    await kooCliProfile(files, environment),
  ];
}

async function fromStorage(
  resolved: ResolvedTarget,
  ports: CredentialPorts,
): Promise<SourceResult> {
  const stored = await loadCredentials(ports.secrets, resolved);
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
