// The spellings in which a secret must not turn up. Written for tests alone: it must be able to disagree
// with the redactor's own list.

/** The secret as programs repeat it: escaped in their way, in digits, or with something around it. */
export function spelled(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64');
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    ...[gson(json), JSON.stringify(gson(json)).slice(1, -1)],
    ...[byNames(secret), byNumbers(secret, 10), byNumbers(secret, 16), byNames(byNames(secret))],
    ...[encodeURIComponent(secret), encodeURI(secret)],
    encodeURIComponent(encodeURIComponent(secret)),
    quotedPrintable(bytes),
    ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
    ...[base64, base64.replace(/=+$/, ''), bytes.toString('base64url')],
    encodeURIComponent(base64),
    ...['user:', 'a', 'ab'].map((before) => Buffer.from(`${before}${secret}`).toString('base64')),
  ];
}

/** What Gson writes for the characters that mean something in HTML. */
function gson(json: string): string {
  return json.replace(/[<>&='\u2028\u2029]/g, (each) => `\\u${digits(each, 16).padStart(4, '0')}`);
}

const names = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', '=': 'equals', '/': 'sol' } as const;

function byNames(text: string): string {
  return text.replace(/[&<>"=/]/g, (each) => `&${names[each as keyof typeof names]};`);
}

function byNumbers(text: string, radix: 10 | 16): string {
  return text.replace(
    /[^a-z0-9]/giu,
    (each) => `&#${radix === 16 ? 'x' : ''}${digits(each, radix)};`,
  );
}

function digits(character: string, radix: number): string {
  return (character.codePointAt(0) ?? 0).toString(radix);
}

function quotedPrintable(bytes: Buffer): string {
  return [...bytes]
    .map((each) => String.fromCharCode(each))
    .map((each) =>
      /[!-<>-~ ]/.test(each) ? each : `=${digits(each, 16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
}
