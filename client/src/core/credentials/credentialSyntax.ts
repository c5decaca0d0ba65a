// What a header can carry: credentials are checked before one is built from them.
import type { Login } from '../model/credentials';

/** Says what is wrong with one part of a credential, in words for the person who types it. */
export function checkCredentialText(text: string): string | undefined {
  if (text.trim() === '') {
    return 'Enter a value.';
  }
  return isSendable(text.trim())
    ? undefined
    : 'Use the value as it was issued: without blanks, line breaks and characters outside ASCII.';
}

/** The same for names and passwords of IAM, which travel in a body and may hold any character. */
export function checkLoginText(text: string): string | undefined {
  return text.trim() === '' ? 'Enter a value.' : undefined;
}

/** The name of the first part that cannot be sent, or undefined when all is well. */
export function malformedPart(login: Login): string | undefined {
  switch (login.kind) {
    case 'token':
      return isSendable(login.token) ? undefined : 'token';
    case 'temporary-access-key':
      return isSendable(login.securityToken) ? malformedKeyPart(login) : 'security token';
    case 'access-key':
      return malformedKeyPart(login);
    case 'password':
      return malformedLoginPart(login);
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

function malformedLoginPart(login: {
  readonly user: string;
  readonly password: string;
  readonly domain: string;
}): string | undefined {
  const parts = [
    ['user name', login.user],
    ['password', login.password],
    ['account name', login.domain],
  ] as const;
  return parts.find(([, text]) => checkLoginText(text) !== undefined)?.[0];
}

function isSendable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
