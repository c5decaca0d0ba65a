// Credentials in the editor's secret storage, one set per target.
import type { SecretLookup, SecretStore, SecretWrite } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { targetKey, type Target } from '../model/target';
import type { Login } from '../model/credentials';
import { malformedPart } from './credentialSyntax';
import type { ResolvedTarget } from '../targets/resolveTarget';
import { iamEndpointMissing } from './iamEndpoint';

/** What the storage holds for a target. */
export type StoredCredentials =
  | { readonly kind: 'found'; readonly credentials: Login }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads the credentials of a target. What cannot be read back whole is refused, not half-used. */
export async function loadCredentials(
  secrets: SecretStore,
  { target, iamEndpoint }: Pick<ResolvedTarget, 'target' | 'iamEndpoint'>,
): Promise<StoredCredentials> {
  const lookup: SecretLookup = await secrets.get(storageKey(target));
  if (lookup.kind !== 'found') {
    return lookup;
  }
  const login = parseLogin(lookup.value, iamEndpoint ?? '');
  if (login === undefined) {
    return { kind: 'refused', problem: unreadable() };
  }
  return login.kind === 'password' && iamEndpoint === undefined
    ? { kind: 'refused', problem: iamEndpointMissing() }
    : { kind: 'found', credentials: login };
}

/** Replaces the credentials of a target. */
export function storeCredentials(
  secrets: SecretStore,
  target: Target,
  credentials: Login,
): Promise<SecretWrite> {
  return secrets.store(storageKey(target), JSON.stringify(storedForm(credentials)));
}

/** Forgets the credentials of a target. */
export function deleteCredentials(secrets: SecretStore, target: Target): Promise<SecretWrite> {
  return secrets.delete(storageKey(target));
}

/** Name under which the credentials of a target are kept. */
export function storageKey(target: Target): string {
  return `${storagePrefix}${targetKey(target)}`;
}

/** What all such names begin with. */
export const storagePrefix = 'credentials:';

/** Where a password may go is the target's matter, so it is neither stored nor read back. */
function storedForm(credentials: Login): object {
  if (credentials.kind !== 'password') {
    return credentials;
  }
  const { kind, user, password, domain } = credentials;
  return { kind, user, password, domain };
}

/**
 * Reads stored text; undefined when it is not whole.
 *
 * @param iamEndpoint where a password may be sent; empty when nothing is going to be
 */
export function parseLogin(text: string, iamEndpoint: string): Login | undefined {
  const fields = parseFields(text);
  const login = fields === undefined ? undefined : fromFields(fields, iamEndpoint);
  return login === undefined || malformedPart(login) !== undefined ? undefined : login;
}

function fromFields(fields: ReadonlyMap<string, unknown>, iamEndpoint: string): Login | undefined {
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const [token, accessKey, secretKey] = [text('token'), text('accessKey'), text('secretKey')];
  const securityToken = text('securityToken');
  switch (fields.get('kind')) {
    case 'token':
      return token === undefined ? undefined : { kind: 'token', token };
    case 'access-key':
      return accessKey === undefined || secretKey === undefined
        ? undefined
        : { kind: 'access-key', accessKey, secretKey };
    case 'temporary-access-key':
      return accessKey === undefined || secretKey === undefined || securityToken === undefined
        ? undefined
        : { kind: 'temporary-access-key', accessKey, secretKey, securityToken };
    case 'password': {
      const [user, password, domain] = [text('user'), text('password'), text('domain')];
      return user === undefined || password === undefined || domain === undefined
        ? undefined
        : { kind: 'password', user, password, domain, iamEndpoint };
    }
    default:
      return undefined;
  }
}

function parseFields(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(): Problem {
  return problem(
    'stored-credentials-unreadable',
    'The stored credentials of this target cannot be read.',
    'Use Sign In to enter them again.',
    { kind: 'sign-in' },
  );
}
