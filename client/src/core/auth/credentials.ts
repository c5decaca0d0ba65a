// The kinds of credentials that the API accepts, and where a set of them came from.

/** What proves who is asking. */
export type Credentials = AccessKey | TemporaryAccessKey | Token;

/** A permanent access key: requests are signed, the secret key itself is never sent. */
export interface AccessKey {
  readonly kind: 'access-key';
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A temporary access key: signed too, and the security token travels with the request. */
export interface TemporaryAccessKey {
  readonly kind: 'temporary-access-key';
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string;
}

/** An IAM token, sent as it is. */
export interface Token {
  readonly kind: 'token';
  readonly token: string;
}

/** Credentials and the words that tell people where they came from. */
export interface FoundCredentials {
  readonly credentials: Credentials;
  /** For example `the environment (HW_ACCESS_KEY and HW_SECRET_KEY)`. */
  readonly origin: string;
}

/** Every string in the credentials that must never be shown; the access key's name may be. */
export function secretsOf(credentials: Credentials): readonly string[] {
  switch (credentials.kind) {
    case 'access-key':
      return [credentials.secretKey];
    case 'temporary-access-key':
      return [credentials.secretKey, credentials.securityToken];
    case 'token':
      return [credentials.token];
  }
}
