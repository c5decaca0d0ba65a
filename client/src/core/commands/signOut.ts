// *Sign Out*: forgets the stored credentials of the current target.
import { hasOtherCredentials, storageUnavailable } from '../credentials/findCredentials';
import { deleteCredentials } from '../credentials/storedCredentials';
import type { Context } from '../redaction/context';
import { refused } from '../model/refused';
import { done, type Result } from '../ports/result';
import { currentTarget, noTarget } from '../targets/findDestination';
import { describeTarget, targetKey } from '../model/target';

/** Deletes them, and notifies when the environment still offers others. */
export async function signOut(context: Context): Promise<Result> {
  const target = currentTarget(context.targets, context.settings);
  if (target === undefined) {
    return refused(noTarget());
  }
  const deleted = await deleteCredentials(context.secrets, target);
  if (deleted.kind === 'unavailable') {
    context.log.error(`The secret storage can't be written: ${deleted.detail}`);
    return refused(storageUnavailable());
  }
  context.memory.forgetLogins();
  context.memory.stopAsking(targetKey(target));
  const rest = (await hasOtherCredentials(target, context))
    ? ' Requests will use the credentials from the environment or from a profile of another tool.'
    : '';
  return done(`Signed out of ${describeTarget(target)}.${rest}`);
}
