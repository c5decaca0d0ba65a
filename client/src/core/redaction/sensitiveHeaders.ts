// Headers whose value proves who is asking.

const sensitive: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'x-auth-token',
  'x-security-token',
  'x-subject-token',
  'cookie',
  'set-cookie',
]);

/** Whether a header's value is a secret; case does not matter. */
export function isSensitiveHeader(name: string): boolean {
  return sensitive.has(name.toLowerCase());
}

/**
 * The header's value as it may be shown. Of a signature, the algorithm, the access key's name and
 * the list of signed headers stay: they are needed to find out why a signature is refused.
 */
export function maskHeader(name: string, value: string, mask: string): string {
  if (!isSensitiveHeader(name)) {
    return value;
  }
  const signature = /^(SDK-HMAC-SHA256 Access=[^,]*, SignedHeaders=[^,]*, Signature=)/.exec(value);
  return `${signature?.[1] ?? ''}${mask}`;
}
