// The canonical form of a request: what both ends hash to agree on what was signed.
// Source: API Signing Guide, "Signing and authentication algorithm" (SDK-HMAC-SHA256), steps 1 to 6.
import type { HttpHeaders, HttpRequest } from '../../model/httpExchange';
import type { Crypto } from '../../ports/ports';

/** A canonical request and the names of the headers it covers, `a;b;c`. */
export interface CanonicalRequest {
  readonly text: string;
  readonly signedHeaders: string;
}

/**
 * Joins method, path, query, headers, header names and body hash by line feeds. Every header of
 * `headers` is covered; `host` must be among them. The body hash is that of the exact UTF-8 bytes,
 * unless `X-Sdk-Content-Sha256` states it.
 */
export function canonicalRequest(
  request: HttpRequest,
  headers: HttpHeaders,
  crypto: Crypto,
): CanonicalRequest {
  const url = new URL(request.url);
  const sorted = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(byCodeUnit);
  const stated = sorted.find(([name]) => name === 'x-sdk-content-sha256');
  const signedHeaders = sorted.map(([name]) => name).join(';');
  const text = [
    request.method,
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    ...sorted.map(([name, value]) => `${name}:${value}`),
    '',
    signedHeaders,
    stated === undefined ? crypto.sha256Hex(request.body ?? '') : stated[1],
  ].join('\n');
  return { text, signedHeaders };
}

/** Each segment decoded and encoded again, so that there is one spelling; always ends with `/`. */
function canonicalPath(pathname: string): string {
  const encoded = decodeLeniently(pathname).split('/').map(percentEncode).join('/');
  return encoded.endsWith('/') ? encoded : `${encoded}/`;
}

function canonicalQuery(parameters: URLSearchParams): string {
  return [...parameters]
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(byCodeUnit)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Keeps only RFC 3986 unreserved characters; `encodeURIComponent` lets five more through. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A path with a stray percent sign is taken as it stands instead of failing the signature. */
function decodeLeniently(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** By name, then by value; everything compared here is ASCII, so code units are bytes. */
function byCodeUnit(
  [nameA, valueA]: readonly [string, string],
  [nameB, valueB]: readonly [string, string],
): number {
  return compare(nameA, nameB) || compare(valueA, valueB);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
