// The kinds of credentials that the API accepts, what they are had for, and where a set came from.

/** What proves who is asking, in a request to the API. */
export type Credentials = AccessKey | TemporaryAccessKey | Token;

/** What a user has: credentials, or a password that IAM gives a token for. */
export type Login = Credentials | Password;

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

/** An IAM user. Never sent to the API, and to no other address than this one. */
export interface Password {
  readonly kind: 'password';
  readonly user: string;
  readonly password: string;
  /** Name of the account that the user belongs to. */
  readonly domain: string;
  /** Origin of the target's IAM service. */
  readonly iamEndpoint: string;
}

/** Credentials and the words that tell people where they came from. */
export interface FoundCredentials {
  readonly credentials: Login;
  /** For example `the environment (HW_ACCESS_KEY and HW_SECRET_KEY)`. */
  readonly origin: string;
}

/** Every string in the credentials that must never be shown; the access key's name may be. */
export function secretsOf(login: Login): readonly string[] {
  switch (login.kind) {
    case 'access-key':
      return [login.secretKey];
    case 'temporary-access-key':
      return [login.secretKey, login.securityToken];
    case 'token':
      return [login.token];
    case 'password':
      return [login.password];
  }
}

/** Who asks, in words without a secret: the access key's name tells which user it is. */
export function describeLogin(login: Login): string {
  switch (login.kind) {
    case 'token':
      return 'a token';
    case 'access-key':
      return `access key ${login.accessKey}`;
    case 'temporary-access-key':
      return `temporary access key ${login.accessKey}`;
    case 'password':
      return `IAM user ${login.user} of ${login.domain}`;
  }
}
