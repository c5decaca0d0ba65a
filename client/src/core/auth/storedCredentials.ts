// Credentials in the editor's secret storage, one set per target.
import type { SecretLookup, SecretStore, SecretWrite } from '../ports';
import { problem, type Problem } from '../problem';
import { targetKey, type Target } from '../target/target';
import type { Credentials } from './credentials';
import { malformedPart } from './credentialSyntax';

/** What the storage holds for a target. */
export type StoredCredentials =
  | { readonly kind: 'found'; readonly credentials: Credentials }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly detail: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Reads the credentials of a target. What cannot be read back whole is refused, not half-used. */
export async function loadCredentials(
  secrets: SecretStore,
  target: Target,
): Promise<StoredCredentials> {
  const lookup: SecretLookup = await secrets.get(storageKey(target));
  if (lookup.kind !== 'found') {
    return lookup;
  }
  const credentials = parseCredentials(lookup.value);
  return credentials === undefined
    ? { kind: 'refused', problem: unreadable() }
    : { kind: 'found', credentials };
}

/** Replaces the credentials of a target. */
export function storeCredentials(
  secrets: SecretStore,
  target: Target,
  credentials: Credentials,
): Promise<SecretWrite> {
  return secrets.store(storageKey(target), JSON.stringify(credentials));
}

/** Forgets the credentials of a target. */
export function deleteCredentials(secrets: SecretStore, target: Target): Promise<SecretWrite> {
  return secrets.delete(storageKey(target));
}

function storageKey(target: Target): string {
  return `credentials:${targetKey(target)}`;
}

function parseCredentials(text: string): Credentials | undefined {
  const fields = parseFields(text);
  const credentials = fields === undefined ? undefined : fromFields(fields);
  return credentials === undefined || malformedPart(credentials) !== undefined
    ? undefined
    : credentials;
}

function fromFields(fields: ReadonlyMap<string, unknown>): Credentials | undefined {
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
