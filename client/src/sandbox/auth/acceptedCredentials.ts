// Who may call the sandbox, as options list it.

/** Everything the sandbox accepts as proof of identity. */
export interface AcceptedCredentials {
  readonly accessKeys: readonly AcceptedAccessKey[];
  readonly tokens: readonly AcceptedToken[];
  readonly users: readonly AcceptedUser[];
}

/** `read-only` may query and not update, as a user without `vpn:vpnConnections:update`. */
export type Access = 'full' | 'read-only';

/** A permanent key, or a temporary one when it has a security token. */
export interface AcceptedAccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
  readonly access: Access;
}

/** A token that exists from the start. */
export interface AcceptedToken {
  readonly token: string;
  /** Milliseconds since 1970; absent: it does not expire. */
  readonly expiresAt?: number;
  readonly access: Access;
}

/** A user who can ask for a token with a password. */
export interface AcceptedUser {
  readonly name: string;
  readonly password: string;
  readonly domain: string;
  readonly access: Access;
}
