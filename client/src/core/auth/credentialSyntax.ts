// What a header can carry: credentials are checked before one is built from them.
import type { Credentials } from './credentials';

/** Says what is wrong with one part of a credential, in words for the person who types it. */
export function checkCredentialText(text: string): string | undefined {
  if (text.trim() === '') {
    return 'Enter a value.';
  }
  return isSendable(text.trim())
    ? undefined
    : 'Use the value as it was issued: without blanks, line breaks and characters outside ASCII.';
}

/** The name of the first part that a header cannot carry, or undefined when all is well. */
export function malformedPart(credentials: Credentials): string | undefined {
  switch (credentials.kind) {
    case 'token':
      return isSendable(credentials.token) ? undefined : 'token';
    case 'temporary-access-key':
      return isSendable(credentials.securityToken)
        ? malformedKeyPart(credentials)
        : 'security token';
    case 'access-key':
      return malformedKeyPart(credentials);
  }
}

function malformedKeyPart(key: {
  readonly accessKey: string;
  readonly secretKey: string;
}): string | undefined {
  // A comma would end the access key inside of the Authorization header.
  if (!isSendable(key.accessKey) || key.accessKey.includes(',')) {
    return 'access key';
  }
  return isSendable(key.secretKey) ? undefined : 'secret key';
}

function isSendable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
