// Passwords that IAM rejected. IAM locks a user after five failures, so a rejected password isn't sent
// again until other credentials are entered, or until the lock is over.
import type { CredentialsRejected } from '../model/obstacle';
import type { RejectedLogin } from '../ports/logins';
import type { Context } from '../redaction/context';

/**
 * IAM rejects a wrong password and an unknown project in the same words. So a rejection counts for its
 * project at first, and after this many projects for all of them.
 */
const maxProjects = 2;

/** Why this login isn't sent again; undefined: it may be sent. */
export function rejectionOf(
  { memory, clock }: Pick<Context, 'memory' | 'clock'>,
  login: string,
  projectId: string,
): CredentialsRejected | undefined {
  const rejected = memory.rejectedLogins.get(login);
  if (rejected === undefined) {
    return undefined;
  }
  const { problem, projects, lockedUntil } = rejected;
  if (lockedUntil !== undefined) {
    const waitMs = lockedUntil - clock.elapsed();
    return waitMs > 0 ? { kind: 'credentials-rejected', problem, waitMs } : undefined;
  }
  return projects.has(projectId) || projects.size >= maxProjects
    ? { kind: 'credentials-rejected', problem }
    : undefined;
}

/** Remembers that IAM rejected a login for a project. */
export function rememberRejection(
  { memory, clock }: Pick<Context, 'memory' | 'clock'>,
  login: string,
  projectId: string,
  { problem, waitMs }: CredentialsRejected,
): void {
  const before = memory.rejectedLogins.get(login)?.projects ?? [];
  const rejected: RejectedLogin = {
    problem,
    projects: new Set([...before, projectId]),
    ...(waitMs !== undefined && { lockedUntil: clock.elapsed() + waitMs }),
  };
  memory.rejectedLogins.set(login, rejected);
}
