// *Sign In*: asks for credentials and keeps them for the current target, in the secret storage only.
import { askCredentials } from '../credentials/askCredentials';
import { chooseWithoutStorage } from '../credentials/withoutStorage';
import { storeCredentials } from '../credentials/storedCredentials';
import type { DocumentPlace } from '../model/documentPlace';
import type { Context } from '../redaction/context';
import { problem, type Problem } from '../model/problem';
import { done, type Result } from '../ports/result';
import { currentTarget, noTarget } from '../targets/findDestination';
import { describeTarget, targetKey, type Target } from '../model/target';
import { targetsSetting } from '../targets/targetDefinition';
import { tryLogin } from './tryLogin';
import { resolveTarget } from '../targets/resolveTarget';

/**
 * Asks step by step; leaving any step stores nothing, and neither does the service's rejection.
 *
 * @param place the document whose project the credentials are tried on, if one is open
 */
export async function signIn(context: Context, place: DocumentPlace | undefined): Promise<Result> {
  const target = currentTarget(context.targets, context.settings);
  if (target === undefined) {
    return { kind: 'refused', problem: noTarget() };
  }
  const unused = whyUnused(context, target);
  if (unused !== undefined) {
    return { kind: 'refused', problem: unused };
  }
  const asked = await askCredentials(context, target);
  if (asked.kind !== 'entered') {
    return asked;
  }
  // Entered again, the same password may be tried again.
  context.memory.forgetLogins();
  const tried = await tryLogin(context, asked.login, place);
  if (tried.kind === 'left') {
    return tried;
  }
  if (tried.kind === 'rejected') {
    return { kind: 'refused', problem: tried.problem };
  }
  const written = await storeCredentials(context.secrets, target, asked.login);
  if (written.kind === 'unavailable') {
    context.log.error(`The secret storage can't be written: ${written.detail}`);
    return offerAsking(context, target);
  }
  context.memory.stopAsking(targetKey(target));
  const signedIn = `Signed in to ${describeTarget(target)}.`;
  return done(tried.kind === 'unknown' ? `${signedIn} ${tried.why}` : signedIn);
}

/** What was entered can't be stored, so it is dropped; the next request asks for it. */
async function offerAsking(context: Context, target: Target): Promise<Result> {
  const refused = await chooseWithoutStorage(context, target);
  if (refused !== undefined) {
    return { kind: 'refused', problem: refused };
  }
  return done(
    `The credentials for ${describeTarget(target)} aren't stored. You're asked for them each time something is sent.`,
  );
}

function whyUnused(context: Context, target: Target): Problem | undefined {
  if (target.kind === 'sandbox') {
    return sandboxNeedsNone();
  }
  const resolved = resolveTarget(target, context);
  if (resolved.kind === 'refused') {
    return resolved.problem;
  }
  const isElsewhere = ['environment', 'profile', 'koocli', 'ask'].includes(resolved.credentials);
  return isElsewhere ? signInNotUsed() : undefined;
}

function sandboxNeedsNone(): Problem {
  return problem(
    'sandbox-needs-none',
    "The sandbox has its own credentials, so you don't need to sign in.",
    'Select another target to sign in to the cloud.',
    { kind: 'select-target' },
  );
}

function signInNotUsed(): Problem {
  return problem(
    'sign-in-not-used',
    'Signing in would have no effect: the settings define another source of credentials for this target.',
    'Change "credentials" of the target in vpnconn.targets, or select another target.',
    { kind: 'open-setting', setting: targetsSetting },
    { kind: 'select-target' },
  );
}
