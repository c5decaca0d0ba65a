// Tokens: the ones that options list, and the ones issued for a password.
import { randomBytes } from 'node:crypto';
import type { AcceptedToken, Access } from './acceptedCredentials';

const lifetimeMs = 24 * 60 * 60 * 1000;

/** What is known of a token that was presented. */
export type TokenLookup =
  | { readonly kind: 'valid'; readonly access: Access; readonly scope: TokenScope }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** VPN is a project-level service: a token for a whole domain does not open it. */
export type TokenScope = 'project' | 'domain';

/** A token just issued; `expiresAt` in milliseconds since 1970. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
}

interface StoredToken extends AcceptedToken {
  readonly scope: TokenScope;
}

/** All tokens of one sandbox. Times in milliseconds. */
export class TokenStore {
  readonly #listed: readonly AcceptedToken[];
  readonly #tokens = new Map<string, StoredToken>();

  constructor(listed: readonly AcceptedToken[]) {
    this.#listed = listed;
    this.clear();
  }

  find(token: string, now: number): TokenLookup {
    const stored = this.#tokens.get(token);
    if (stored === undefined) return { kind: 'unknown' };
    if (stored.expiresAt !== undefined && now >= stored.expiresAt) return { kind: 'expired' };
    return { kind: 'valid', access: stored.access, scope: stored.scope };
  }

  issue(access: Access, scope: TokenScope, now: number): IssuedToken {
    const token = `sandbox-issued-${randomBytes(24).toString('base64url')}`;
    const expiresAt = now + lifetimeMs;
    this.#tokens.set(token, { token, expiresAt, access, scope });
    return { token, expiresAt };
  }

  /** Ends every token at once, as a password change does; presenting one then says `expired`. */
  expireAll(): void {
    for (const [token, stored] of this.#tokens) {
      this.#tokens.set(token, { ...stored, expiresAt: 0 });
    }
  }

  /** Forgets issued tokens. */
  clear(): void {
    this.#tokens.clear();
    for (const token of this.#listed) this.#tokens.set(token.token, { ...token, scope: 'project' });
  }
}
