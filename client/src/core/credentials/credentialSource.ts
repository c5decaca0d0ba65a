// What one place that may hold credentials answers.
import { problem, type Problem } from '../model/problem';
import type { FoundCredentials, Login } from '../model/credentials';
import { malformedPart } from './credentialSyntax';

/** `refused`: something is there and cannot be used; then no other place is asked. */
export type SourceResult =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Takes credentials, unless they hold what cannot be sent.
 *
 * @param origin where they came from, for people
 * @param code of the problem
 */
export function accept(credentials: Login, origin: string, code: string): SourceResult {
  const part = malformedPart(credentials);
  if (part === undefined) {
    return { kind: 'found', found: { credentials, origin } };
  }
  const malformed = problem(
    code,
    `The ${part} in ${origin} holds characters that cannot be sent.`,
    'Set it again without blanks and line breaks inside, then restart the editor.',
    { kind: 'sign-in' },
  );
  return { kind: 'refused', problem: malformed };
}

/** Nothing is there. */
export const absent: SourceResult = { kind: 'absent' };

/** An access key, temporary when there is a security token. */
export function accessKeyOf(
  accessKey: string,
  secretKey: string,
  securityToken: string | undefined,
): Login {
  return securityToken === undefined
    ? { kind: 'access-key', accessKey, secretKey }
    : { kind: 'temporary-access-key', accessKey, secretKey, securityToken };
}

/** A file is there and cannot be read. */
export function unreadable(path: string): Problem {
  return problem(
    'profile-unreadable',
    `The file ${path} cannot be read.`,
    'Check who may read it, or use Sign In.',
    { kind: 'sign-in' },
  );
}
