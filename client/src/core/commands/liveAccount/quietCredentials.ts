// Credentials for requests in the background: only those that are available without prompting.
import { secretsOf, type Credentials } from '../../model/credentials';
import { findCredentials } from '../../credentials/findCredentials';
import { keptToken } from '../../cloud/toCredentials';
import type { Context } from '../../redaction/context';
import { targetKey, type Target } from '../../model/target';

/**
 * Nothing where the user would have to be asked. A password is not sent either: IAM locks a user after
 * several failures, so only a token counts that a password was exchanged for already.
 */
export async function quietCredentials(
  context: Context,
  target: Target,
  projectId: string | undefined,
): Promise<Credentials | undefined> {
  if (context.memory.asksEachTime(targetKey(target))) {
    return undefined;
  }
  const result = await findCredentials(target, context);
  if (result.kind !== 'found') {
    return undefined;
  }
  const { credentials } = result.found;
  secretsOf(credentials).forEach(context.redactor.register);
  if (credentials.kind !== 'password') {
    return credentials;
  }
  return projectId === undefined ? undefined : keptToken(context, credentials, projectId);
}
