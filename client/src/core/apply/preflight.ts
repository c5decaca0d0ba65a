// What can be known to be in the way before anybody is asked to confirm.
import type { UpdatePlan } from '../../../../server/src/protocol/plan';
import { fillRequest } from '../cloud/fillRequest';
import { statusNamed } from '../model/connectionStatus';
import { problem, type Problem } from '../model/problem';
import { shortText } from '../model/visibleText';
import type { Context } from '../redaction/context';
import type { ReadyUpdate } from './planForApply';

/**
 * Missing or invalid secrets, a frozen connection, an update that changes nothing. The secrets are read
 * again when the update is sent; here nothing is kept of them.
 *
 * @param plan absent when these credentials can't read the connection
 */
export async function preflight(
  context: Context,
  { update, destination }: ReadyUpdate,
  plan: UpdatePlan | undefined,
): Promise<Problem | undefined> {
  const filled = await fillRequest(context, update, destination);
  if (filled.kind !== 'filled') {
    return filled.problem;
  }
  if (plan === undefined) {
    return undefined;
  }
  const name = shortText(plan.name ?? update.connectionId, 60);
  if (statusNamed(plan.status ?? '').kind === 'frozen') {
    return frozen(name);
  }
  return plan.fields.every(({ kind }) => kind === 'same') ? nothingChanges(name) : undefined;
}

/** The connection already has every value that would be sent. */
export function nothingChanges(name: string): Problem {
  return problem(
    'nothing-changes',
    `Nothing to apply: ${name} already has these values.`,
    'Nothing was sent.',
  );
}

function frozen(name: string): Problem {
  return problem(
    'connection-frozen',
    `${name} is frozen, so the service rejects updates.`,
    'Check the account for an unpaid bill or a violation. Nothing was sent.',
  );
}
