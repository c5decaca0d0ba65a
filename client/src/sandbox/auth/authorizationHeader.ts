// Reads `SDK-HMAC-SHA256 Access=<AK>, SignedHeaders=<a;b>, Signature=<hex>`.

/** The algorithm that the API accepts for requests signed with an access key. */
export const signatureAlgorithm = 'SDK-HMAC-SHA256';

/** The three parts of the header. */
export interface Authorization {
  readonly accessKey: string;
  /** As they were sent, in that order. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits in lower case. */
  readonly signature: string;
}

const form =
  /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/** Undefined when the header does not have that form. */
export function parseAuthorization(header: string): Authorization | undefined {
  const [, accessKey, signedHeaders, signature] = form.exec(header) ?? [];
  if (accessKey === undefined || signedHeaders === undefined || signature === undefined) {
    return undefined;
  }
  return { accessKey, signedHeaders: signedHeaders.split(';'), signature };
}
