// Which credentials the service has rejected in this window. Unattended work doesn't send them again:
// several of them, each with one attempt, would lock an access key as surely as one with five.
import type { Login } from '../model/credentials';
import type { CredentialsRejected } from '../model/obstacle';
import { problem } from '../model/problem';
import type { Context } from '../redaction/context';

type Memory = Pick<Context, 'memory' | 'crypto' | 'settings' | 'clock'>;

/**
 * Remembers what came of a request. A password is IAM's to judge, so it is never remembered here.
 *
 * @param waitMs after which the same credentials may be accepted: a lock is over, or the clock is right
 */
export function noteCredentials(
  context: Memory,
  login: Login,
  result: 'accepted' | 'rejected',
  waitMs = Infinity,
): void {
  const key = keyOf(context, login);
  const { rejected, accepted } = context.memory;
  if (result === 'accepted' || login.kind === 'password') {
    rejected.delete(key);
    accepted.add(key);
  } else {
    rejected.set(key, context.clock.elapsed() + waitMs);
    accepted.delete(key);
  }
}

/**
 * Does unattended work with credentials. Until the service has judged them in this window, only one request
 * has them at a time: each monitored update of a window that starts would be rejected, and five rejections
 * lock an access key.
 */
export async function inTurn<T>(context: Memory, login: Login, work: () => Promise<T>): Promise<T> {
  const key = keyOf(context, login);
  const { trials, rejected, accepted } = context.memory;
  for (let other = trials.get(key); other !== undefined; other = trials.get(key)) {
    await other;
  }
  if (rejected.has(key) || accepted.has(key) || login.kind === 'password') {
    return work();
  }
  const trial = work();
  const ended = trial.then(
    () => undefined,
    () => undefined,
  );
  trials.set(
    key,
    ended.finally(() => trials.delete(key)),
  );
  return trial;
}

/** While one request finds out whether a lock is over, the others wait for so long. */
const trialMs = 30_000;

/** Why unattended work shouldn't send these credentials; undefined when it may, and then does. */
export function knownRejected(context: Memory, login: Login): CredentialsRejected | undefined {
  const { memory, clock } = context;
  const key = keyOf(context, login);
  const waitMs = (memory.rejected.get(key) ?? -Infinity) - clock.elapsed();
  if (waitMs === Infinity) {
    return {
      kind: 'credentials-rejected',
      problem: problem(
        'credentials-rejected',
        'The service has rejected these credentials before.',
        'Sign in again.',
        { kind: 'sign-in' },
      ),
    };
  }
  if (waitMs > 0) {
    const why = problem(
      'credentials-locked',
      "The service doesn't accept these credentials for now.",
      'Check the clock of this machine, or wait until the lock is over.',
    );
    return { kind: 'credentials-rejected', problem: why, waitMs };
  }
  if (memory.rejected.has(key)) {
    memory.rejected.set(key, clock.elapsed() + trialMs);
  }
  return undefined;
}

/** Other settings may lead to another service, which may accept them. */
function keyOf({ crypto, settings }: Memory, login: Login): string {
  return crypto.sha256Hex(JSON.stringify([login, settings.read()]));
}
