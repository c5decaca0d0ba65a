// Signs a request with an access key: SDK-HMAC-SHA256.
// Source: API Signing Guide, "Signing and authentication algorithm", steps 7 and 8.
import type { HttpHeaders, HttpRequest } from '../../model/httpExchange';
import type { Crypto } from '../../ports/ports';
import { canonicalRequest } from './canonicalRequest';
import type { AccessKey, TemporaryAccessKey } from '../../model/credentials';

const algorithm = 'SDK-HMAC-SHA256';

/**
 * Returns the headers to send: those of the request, `X-Sdk-Date`, for temporary keys
 * `X-Security-Token`, and `Authorization`. All of them but the last are signed, and `host` too, which
 * the transport adds itself with the same value.
 *
 * @param now milliseconds since 1970; the gateway refuses a clock that is 15 minutes off
 */
export function signRequest(
  request: HttpRequest,
  key: AccessKey | TemporaryAccessKey,
  crypto: Crypto,
  now: number,
): HttpHeaders {
  const date = basicDate(now);
  const headers: HttpHeaders = {
    ...request.headers,
    'X-Sdk-Date': date,
    ...(key.kind === 'temporary-access-key' && { 'X-Security-Token': key.securityToken }),
  };
  const signed = { ...headers, host: new URL(request.url).host };
  const { text, signedHeaders } = canonicalRequest(request, signed, crypto);
  const stringToSign = [algorithm, date, crypto.sha256Hex(text)].join('\n');
  const signature = crypto.hmacSha256Hex(key.secretKey, stringToSign);
  return {
    ...headers,
    Authorization: `${algorithm} Access=${key.accessKey}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

/** `20191115T033655Z`, always UTC. */
function basicDate(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
}
