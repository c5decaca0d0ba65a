// Decides who is calling: a signed request, or a token. The wording of the refusals is the API
// gateway's own where it is documented (FAQ on IAM authentication errors).
import type { ApiRequest } from '../http/apiRequest';
import { headerValue } from '../http/apiRequest';
import type { Refusal } from '../http/reply';
import type { AcceptedAccessKey, AcceptedCredentials, Access } from './acceptedCredentials';
import type { AccessKeyLock } from './accessKeyLock';
import type { Authorization } from './authorizationHeader';
import { parseAuthorization } from './authorizationHeader';
import type { TokenStore } from './tokenStore';
import { verifySignature } from './verifySignature';

/** How a request proved who sent it. */
export type AuthenticatedBy = 'access-key' | 'temporary-access-key' | 'token';

/** The caller, or why there is none. */
export type Authentication =
  | { readonly kind: 'accepted'; readonly by: AuthenticatedBy; readonly access: Access }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What authentication remembers from one request to the next. */
export interface IdentityState {
  readonly credentials: AcceptedCredentials;
  readonly lock: AccessKeyLock;
  readonly tokens: TokenStore;
}

/** `now` in milliseconds is the server's clock. */
export function authenticate(
  request: ApiRequest,
  identity: IdentityState,
  now: number,
): Authentication {
  const header = headerValue(request, 'authorization');
  if (header !== undefined) {
    const authorization = parseAuthorization(header);
    if (authorization === undefined) return refuse('authorization header format is invalid');
    return checkAccessKey(request, authorization, identity, now);
  }
  const token = headerValue(request, 'x-auth-token');
  if (token === undefined) return refuse('x-auth-token not found');
  return checkToken(token, identity, now);
}

function checkToken(token: string, identity: IdentityState, now: number): Authentication {
  const found = identity.tokens.find(token, now);
  switch (found.kind) {
    case 'unknown':
      return refuse('decrypt token fail');
    case 'expired':
      return refused({ status: 401, code: 'APIGW.0307', message: 'The token must be updated.' });
    case 'valid':
      if (found.scope === 'project') return { kind: 'accepted', by: 'token', access: found.access };
      return refused({
        status: 403,
        code: 'VPN.0003',
        message: 'authentication failed: the token is not scoped to a project',
      });
  }
}

function checkAccessKey(
  request: ApiRequest,
  authorization: Authorization,
  identity: IdentityState,
  now: number,
): Authentication {
  const { accessKey } = authorization;
  const known = identity.credentials.accessKeys.find((each) => each.accessKey === accessKey);
  if (known === undefined) return refuse(`Get secretKey failed,ak:${accessKey},err:ak not exist`);
  if (identity.lock.isLocked(accessKey, now)) {
    return refuse('AK access failed to reach the limit, forbidden');
  }
  const securityToken = headerValue(request, 'x-security-token');
  if (known.securityToken !== securityToken) return refuse(securityTokenComplaint(known));
  return checkSignature(request, authorization, known, identity.lock, now);
}

function checkSignature(
  request: ApiRequest,
  authorization: Authorization,
  known: AcceptedAccessKey,
  lock: AccessKeyLock,
  now: number,
): Authentication {
  const verdict = verifySignature(request, authorization, known.secretKey, now);
  switch (verdict.kind) {
    case 'valid': {
      lock.noteSuccess(known.accessKey);
      const by = known.securityToken === undefined ? 'access-key' : 'temporary-access-key';
      return { kind: 'accepted', by, access: known.access };
    }
    case 'date-missing':
      return refuse('x-sdk-date is missing or not of the form YYYYMMDDTHHMMSSZ');
    case 'date-unsigned':
      return refuse('x-sdk-date is not among the signed headers');
    case 'expired':
      return refuse('signature expired');
    case 'mismatch': {
      lock.noteFailure(known.accessKey, now);
      // The gateway writes its canonical request on one line, with bars for the line feeds.
      const echo = verdict.canonicalRequest.replaceAll('\n', '|');
      return refuse(`verify aksk signature fail, canonicalRequest:${echo}`);
    }
  }
}

function securityTokenComplaint(known: AcceptedAccessKey): string {
  return known.securityToken === undefined
    ? 'x-security-token does not belong to a permanent ak'
    : 'x-security-token of the temporary ak is missing or wrong';
}

function refuse(detail: string): Authentication {
  const message = `Incorrect IAM authentication information: ${detail}`;
  return refused({ status: 401, code: 'APIGW.0301', message });
}

function refused(refusal: Refusal): Authentication {
  return { kind: 'refused', refusal };
}
