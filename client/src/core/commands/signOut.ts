// *Sign Out*: forgets the stored credentials of the current target.
import { hasOtherCredentials, storageUnavailable } from '../credentials/findCredentials';
import { deleteCredentials } from '../credentials/storedCredentials';
import type { Context } from '../redaction/context';
import { reportDone, reportProblem } from '../ports/report';
import { currentTarget, noTarget } from '../targets/findDestination';
import { describeTarget, targetKey } from '../model/target';
import type { DoneOutcome } from '../model/outcomes';

/** Deletes them, and notifies when the environment still offers others. */
export async function signOut(context: Context): Promise<DoneOutcome> {
  const target = currentTarget(context.targets, context.settings);
  if (target === undefined) {
    const refused = noTarget();
    reportProblem(context.presenter, refused);
    return { kind: 'refused', problem: refused };
  }
  const deleted = await deleteCredentials(context.secrets, target);
  if (deleted.kind === 'unavailable') {
    context.log.error(`The secret storage can't be written: ${deleted.detail}`);
    const refused = storageUnavailable();
    reportProblem(context.presenter, refused);
    return { kind: 'refused', problem: refused };
  }
  context.memory.forgetLogins();
  context.memory.stopAsking(targetKey(target));
  const rest = (await hasOtherCredentials(target, context))
    ? ' Requests will use the credentials from the environment or from a profile of another tool.'
    : '';
  reportDone(context.presenter, `Signed out of ${describeTarget(target)}.${rest}`);
  return { kind: 'done' };
}
