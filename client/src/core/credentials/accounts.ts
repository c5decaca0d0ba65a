// What *Sign In* has stored, as accounts for the editor's list of them. No secret is among it.
import type { Crypto, SecretStore, SecretWrite } from '../ports/ports';
import { describeTargetKey } from '../model/target';
import { describeLogin } from '../model/credentials';
import { parseLogin, storagePrefix } from './storedCredentials';

/** One set of stored credentials. */
export interface Account {
  /** Opaque and stable; it opens nothing. */
  readonly id: string;
  /** For example `Region eu-west-101: access key QTWA…`. */
  readonly label: string;
}

/** All accounts, by label. What cannot be read is not among them. */
export async function listAccounts(ports: {
  readonly secrets: SecretStore;
  readonly crypto: Crypto;
}): Promise<readonly Account[]> {
  const keys = (await ports.secrets.keys()).filter((key) => key.startsWith(storagePrefix));
  const accounts: Account[] = [];
  for (const key of keys) {
    const lookup = await ports.secrets.get(key);
    const login = lookup.kind === 'found' ? parseLogin(lookup.value, '') : undefined;
    if (login !== undefined) {
      const target = describeTargetKey(key.slice(storagePrefix.length));
      accounts.push({
        id: accountId(ports.crypto, key),
        label: `${target}: ${describeLogin(login)}`,
      });
    }
  }
  return accounts.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** The account that the credentials of a target would have. */
export function accountId(crypto: Crypto, storageKey: string): string {
  return crypto.sha256Hex(storageKey).slice(0, 32);
}

/** Forgets the credentials of an account; one that is gone already counts as done. */
export async function removeAccount(
  ports: { readonly secrets: SecretStore; readonly crypto: Crypto },
  id: string,
): Promise<SecretWrite> {
  const keys = await ports.secrets.keys();
  const key = keys.find(
    (each) => each.startsWith(storagePrefix) && accountId(ports.crypto, each) === id,
  );
  return key === undefined ? { kind: 'done' } : ports.secrets.delete(key);
}
