// Recomputes the signature of a request and compares.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ApiRequest } from '../http/apiRequest';
import { headerValue } from '../http/apiRequest';
import type { Authorization } from './authorizationHeader';
import { signatureAlgorithm } from './authorizationHeader';
import { canonicalRequest, sha256Hex } from './canonicalRequest';
import { isWithinClockWindow, parseSigningTime } from './signingTime';

/** What came of it. `mismatch` carries the server's own canonical request. */
export type SignatureVerdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-unsigned' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'mismatch'; readonly canonicalRequest: string };

/** `now` in milliseconds is the server's clock; the key of the HMAC is the secret key itself. */
export function verifySignature(
  request: ApiRequest,
  authorization: Authorization,
  secretKey: string,
  now: number,
): SignatureVerdict {
  const date = headerValue(request, 'x-sdk-date');
  const signedAt = date === undefined ? undefined : parseSigningTime(date);
  if (date === undefined || signedAt === undefined) return { kind: 'date-missing' };
  if (!isWithinClockWindow(signedAt, now)) return { kind: 'expired' };
  if (!authorization.signedHeaders.some((name) => name.toLowerCase() === 'x-sdk-date')) {
    return { kind: 'date-unsigned' };
  }
  const canonical = canonicalRequest(request, authorization.signedHeaders);
  const text = [signatureAlgorithm, date, sha256Hex(canonical)].join('\n');
  const expected = createHmac('sha256', secretKey).update(text).digest();
  const received = Buffer.from(authorization.signature, 'hex');
  if (received.length === expected.length && timingSafeEqual(received, expected)) {
    return { kind: 'valid' };
  }
  return { kind: 'mismatch', canonicalRequest: canonical };
}
