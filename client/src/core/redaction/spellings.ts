// The ways in which one secret turns up in requests, answers, logs and error messages, other than by
// escapes of single characters (`decodeEscapes`).

/** The secret itself, in a form, in hexadecimal digits, and in base64 with anything around it. */
export function spellingsOf(secret: string): readonly string[] {
  const bytes = [...new TextEncoder().encode(secret)];
  const hex = bytes.map((each) => each.toString(16).padStart(2, '0')).join('');
  const base64 = [base64Of(bytes), ...[0, 1, 2].map((before) => base64Within(bytes, before))];
  return [
    ...new Set([
      ...[secret, secret.replaceAll(' ', '+'), hex, hex.toUpperCase()],
      ...base64.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
    ]),
  ];
}

/**
 * The characters of base64 that the bytes alone decide, when some bytes are encoded before them (three
 * of which become four whole characters) and any after them.
 */
function base64Within(bytes: readonly number[], before: number): string {
  const encoded = base64Of([...Array.from({ length: before }, () => 0), ...bytes]);
  return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

function base64Of(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}
