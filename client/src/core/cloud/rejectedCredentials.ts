// Which credentials the service has rejected in this window. Unattended work doesn't send them again:
// several of them, each with one attempt, would lock an access key as surely as one with five.
import type { Login } from '../model/credentials';
import { problem, type Problem } from '../model/problem';
import type { Context } from '../redaction/context';

type Memory = Pick<Context, 'memory' | 'crypto' | 'settings'>;

/** Remembers what came of a request. A password is IAM's to judge, so it is never remembered here. */
export function noteCredentials(
  context: Memory,
  login: Login,
  result: 'accepted' | 'rejected',
): void {
  const key = keyOf(context, login);
  if (result === 'accepted' || login.kind === 'password') {
    context.memory.rejected.delete(key);
  } else {
    context.memory.rejected.add(key);
  }
}

/** Why unattended work shouldn't send these credentials; undefined when it may. */
export function knownRejected(context: Memory, login: Login): Problem | undefined {
  return context.memory.rejected.has(keyOf(context, login))
    ? problem(
        'credentials-rejected',
        'The service has rejected these credentials before.',
        'Sign in again.',
        { kind: 'sign-in' },
      )
    : undefined;
}

/** Other settings may lead to another service, which may accept them. */
function keyOf({ crypto, settings }: Memory, login: Login): string {
  return crypto.sha256Hex(JSON.stringify([login, settings.read()]));
}
