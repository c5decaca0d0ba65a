// The ways in which one secret turns up in requests, answers, logs and error messages.

/** Every spelling of the secret that text may contain; none for the empty text. */
export function spellingsOf(secret: string): readonly string[] {
  if (secret === '') {
    return [];
  }
  const json = jsonEscaped(secret);
  const percent = percentEncoded(secret);
  const strict = percent.replace(/[!'()*]/g, hexOfCharacter);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const all = [
    secret,
    json,
    jsonEscaped(json),
    json.replaceAll('/', '\\/'),
    asciiJson(secret),
    htmlEscaped(secret),
    ...[percent, strict, form, addressEncoded(secret)].flatMap((text) => [
      text,
      lowerCaseEscapes(text),
    ]),
    ...base64Spellings(secret),
  ];
  return [...new Set(all)];
}

/** As inside of a JSON string, without the quotes. */
function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As JSON writers spell it that keep to ASCII. */
function asciiJson(text: string): string {
  return jsonEscaped(text).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As an error page of a proxy repeats it. */
function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function percentEncoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** As a whole address is encoded: what separates its parts stays. */
function addressEncoded(text: string): string {
  return encodeURI(wellFormed(text));
}

function hexOfCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function lowerCaseEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

/** Base64 and base64url, with and without padding, of the UTF-8 bytes. */
function base64Spellings(text: string): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  const padded = btoa(String.fromCharCode(...bytes));
  const urlSafe = padded.replaceAll('+', '-').replaceAll('/', '_');
  return [padded, urlSafe].flatMap((base64) => [base64, base64.replace(/=+$/, '')]);
}

/** Unpaired surrogates cannot be percent-encoded; they become U+FFFD, as on any wire. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
