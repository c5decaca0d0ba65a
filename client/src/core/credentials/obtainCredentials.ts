// Credentials for something that is about to be sent: found, or asked for where they cannot be kept.
import type { Context } from '../redaction/context';
import { targetKey, type Target } from '../model/target';
import { resolveTarget } from '../targets/resolveTarget';
import { askCredentials } from './askCredentials';
import { secretsOf } from '../model/credentials';
import { findCredentials, storageUnavailable, type CredentialsResult } from './findCredentials';
import { chooseWithoutStorage } from './withoutStorage';

/** `left`: the user was asked and left. */
export type ObtainedCredentials =
  Exclude<CredentialsResult, { readonly kind: 'later' }> | { readonly kind: 'left' };

/** Finds or asks. The secrets are known to the redactor when this returns. */
export async function obtainCredentials(
  context: Context,
  target: Target,
): Promise<ObtainedCredentials> {
  const resolved = resolveTarget(target, context);
  if (resolved.kind === 'refused') {
    return resolved;
  }
  if (resolved.credentials === 'ask' || context.memory.asksEachTime(targetKey(target))) {
    return enter(context, target);
  }
  const result = await findCredentials(target, context);
  if (result.kind === 'found') {
    secretsOf(result.found.credentials).forEach(context.redactor.register);
    return result;
  }
  if (result.problem.code !== storageUnavailable().code) {
    return { kind: 'refused', problem: result.problem };
  }
  const refused = await chooseWithoutStorage(context, target);
  return refused === undefined ? enter(context, target) : { kind: 'refused', problem: refused };
}

async function enter(context: Context, target: Target): Promise<ObtainedCredentials> {
  const asked = await askCredentials(context, target);
  return asked.kind === 'entered'
    ? { kind: 'found', found: { credentials: asked.login, origin: 'what was just entered' } }
    : asked;
}
