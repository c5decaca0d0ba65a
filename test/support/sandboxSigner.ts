// A signer for tests of the sandbox, written from the signing guide and separate from both the
// product's signer and the sandbox's verification. It signs what the tests need and no more.
import { createHash, createHmac } from 'node:crypto';

export interface SignerKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/** Headers to send with a request, signature included. `at` is the client's clock in milliseconds. */
export function signedHeaders(
  key: SignerKey,
  request: { readonly method: string; readonly url: string; readonly body?: string | Buffer },
  at = Date.now(),
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const url = new URL(request.url);
  const date = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const headers: Record<string, string> = { host: url.host, 'x-sdk-date': date };
  if (key.securityToken !== undefined) headers['x-security-token'] = key.securityToken;
  for (const [name, value] of Object.entries(extra)) headers[name.toLowerCase()] = value;
  const names = Object.keys(headers).sort();
  const canonical = [
    request.method,
    url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`,
    url.search.slice(1).split('&').sort().join('&'),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    createHash('sha256')
      .update(request.body ?? '')
      .digest('hex'),
  ].join('\n');
  const hashed = createHash('sha256').update(canonical).digest('hex');
  const signature = createHmac('sha256', key.secretKey)
    .update(`SDK-HMAC-SHA256\n${date}\n${hashed}`)
    .digest('hex');
  const authorization = `SDK-HMAC-SHA256 Access=${key.accessKey}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...headers, authorization };
}
