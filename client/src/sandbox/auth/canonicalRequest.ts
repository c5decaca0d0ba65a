// The canonical request of SDK-HMAC-SHA256, computed from the request as it arrived (API request
// signing guide). Written for checking alone; it shares nothing with the client's signer.
import { createHash } from 'node:crypto';
import type { ApiRequest } from '../http/apiRequest';
import { decodePercent, headerValue, readQuery } from '../http/apiRequest';

/** Six parts joined by line feeds: method, path, query, headers, names of headers, payload hash. */
export function canonicalRequest(request: ApiRequest, signedHeaders: readonly string[]): string {
  const names = signedHeaders.map((name) => name.toLowerCase()).sort(byCodePoint);
  return [
    request.method.toUpperCase(),
    canonicalPath(request.path),
    canonicalQuery(request.query),
    names.map((name) => `${name}:${headerValue(request, name) ?? ''}\n`).join(''),
    names.join(';'),
    payloadHash(request),
  ].join('\n');
}

/** Lower-case hexadecimal SHA-256. */
export function sha256Hex(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalPath(path: string): string {
  const encoded = path
    .split('/')
    .map((segment) => encode(decodePercent(segment)))
    .join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

/** Sorted by name, repeated names by value, each encoded; an empty value keeps its equals sign. */
function canonicalQuery(query: string): string {
  return readQuery(query)
    .map(([name, value]) => ({ name: encode(name), value: encode(value) }))
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

/** A client may state the hash itself, for example `UNSIGNED-PAYLOAD`; it is then taken literally. */
function payloadHash(request: ApiRequest): string {
  return headerValue(request, 'x-sdk-content-sha256') ?? sha256Hex(request.body);
}

/** RFC 3986: everything but the unreserved characters becomes upper-case percent-encoded UTF-8. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
