// The spellings in which a secret must not turn up. Written for tests alone: it must be able to disagree
// with the redactor's own list.

/** The secret as it is, in JSON, in JSON inside of JSON, in addresses and in base64. */
export function spelled(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(secret),
    encodeURI(secret),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(secret, 'utf8').toString('base64url'),
    encodeURIComponent(base64),
  ];
}
