// *Sign Out* of one account in the editor's list of accounts, whichever target it belongs to.
import { removeAccount } from '../credentials/accounts';
import { storageUnavailable } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import { refused } from '../model/refused';
import type { Result } from '../ports/result';

/** Forgets the stored credentials and all tokens in memory. The editor has asked already. */
export async function signOutOf(context: Context, accountId: string): Promise<Result> {
  const removed = await removeAccount(context, accountId);
  context.memory.forgetLogins();
  if (removed.kind === 'unavailable') {
    context.log.error(`The secret storage can't be written: ${removed.detail}`);
    return refused(storageUnavailable());
  }
  return { kind: 'done' };
}
