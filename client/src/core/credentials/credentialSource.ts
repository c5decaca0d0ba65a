// What one place that may hold credentials answers.
import type { Later } from '../model/obstacle';
import { problem, type Problem } from '../model/problem';
import type { FoundCredentials, Login } from '../model/credentials';
import { malformedPart } from './credentialSyntax';

/**
 * `refused`: something exists and can't be used; then no other place is asked. `later`: the same, and
 * the place may be readable again without anything being changed.
 */
export type SourceResult =
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | Later;

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

/** A file exists and can't be read: it may be locked for the moment, or there are no free handles. */
export function unreadable(path: string): Later {
  const unread = problem(
    'profile-unreadable',
    `Couldn't read the file ${path}.`,
    'Check its permissions, or use Sign In.',
    { kind: 'sign-in' },
  );
  return { kind: 'later', problem: unread };
}
