// *Sign Out* of one account in the editor's list of accounts, whichever target it belongs to.
import { removeAccount } from './auth/accounts';
import { storageUnavailable } from './auth/findCredentials';
import type { Context } from './context';
import type { DoneOutcome } from './outcomes';
import { reportProblem } from './report';

/** Forgets the stored credentials and all tokens in memory. The editor has asked already. */
export async function signOutOf(context: Context, accountId: string): Promise<DoneOutcome> {
  const removed = await removeAccount(context, accountId);
  context.memory.forgetTokens();
  if (removed.kind === 'unavailable') {
    context.log.error(`The secret storage cannot be written: ${removed.detail}`);
    const problem = storageUnavailable();
    reportProblem(context.presenter, problem);
    return { kind: 'refused', problem };
  }
  return { kind: 'done' };
}
