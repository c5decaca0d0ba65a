// *Store Pre-Shared Key…*: keeps a value for `!secret NAME` in the secret storage.
import { storageUnavailable } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import { done, type Result } from '../ports/result';
import { failedCheck } from '../secrets/failedCheck';
import { secretKey } from '../secrets/resolveSecrets';
import { checkSecretName } from '../secrets/secretName';
import { refused } from '../model/refused';

/**
 * Asks for the name, unless it is known, and for the value, which is kept exactly as it is typed. A
 * value that the API would reject isn't accepted. Without a language server nobody knows which one that
 * is; the conditions are checked again before the value is sent.
 */
export async function storePreSharedKey(context: Context, known?: string): Promise<Result> {
  const title = 'Store Pre-Shared Key';
  const name =
    known ??
    (await context.prompts.ask({
      title,
      prompt: 'Name, as written in the file after !secret',
      input: 'visible',
      check: checkSecretName,
    }));
  if (name === undefined) {
    return { kind: 'left' };
  }
  const answer = await context.server.request('vpnconn/secretChecks', {});
  const checks = 'kind' in answer ? [] : answer;
  const value = await context.prompts.ask({
    title,
    prompt: `Pre-shared key for !secret ${name.trim()}`,
    input: 'masked',
    check: (text) => (text === '' ? 'Enter a value.' : failedCheck(checks, text)),
  });
  if (value === undefined || value === '') {
    return { kind: 'left' };
  }
  context.redactor.register(value);
  const written = await context.secrets.store(secretKey(name.trim()), value);
  if (written.kind === 'unavailable') {
    context.log.error(`The secret storage cannot be written: ${written.detail}`);
    return refused(storageUnavailable());
  }
  return done(`The value for !secret ${name.trim()} is stored on this machine.`);
}
