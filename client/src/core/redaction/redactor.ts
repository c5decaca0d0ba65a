// The one redactor. It stands in front of the log, the request view, the response view and every
// message, and knows the secrets of this window by value as well as by the name of their key.
import { maskHeader } from './sensitiveHeaders';
import { decodedForms, decodings } from './decodeEscapes';
import { maskNamedValues } from './namedValues';
import { spellingsOf } from './spellings';

/** Removes secrets from text. One per window; it learns secrets as they come into use. */
export interface Redactor {
  /**
   * Remembers a secret value of at least `minSecretLength` characters. From now on no text shows it,
   * in none of its usual spellings, and nothing of it where a text was shortened.
   */
  readonly register: (secret: string) => void;
  /** Remembers names of keys whose value is a secret, whatever it is. Case does not matter. */
  readonly registerKeys: (keys: readonly string[]) => void;
  /** Whether a key's value is a secret. */
  readonly isSensitiveKey: (key: string) => boolean;
  /** Sentences of ours: the text without any registered secret. */
  readonly redact: (text: string) => string;
  /** Data (answers, log lines): also without the values behind sensitive keys, known or not. */
  readonly redactData: (text: string) => string;
  /** The value of a header as it may be shown. */
  readonly redactHeader: (name: string, value: string) => string;
}

/** What stands in for a secret. */
export const mask = '••••••';

/** Keys of authentication bodies and answers; those of the API are registered by its table. */
const credentialKeys = ['password', 'secret', 'secret_key', 'securitytoken', 'security_token'];

/**
 * A shorter value would be masked within ordinary words, in records for good. No secret that the API
 * or IAM accepts is shorter.
 */
export const minSecretLength = 6;

/** What is left of a secret that `shortText` cut is masked from this length on. */
const minCutLength = 4;

/** Used, in this order, when a registered secret contains the characters of the usual mask. */
const masks = [mask, '******', '######', '……'];

/** Creates a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const needles: Needles = { plain: new Set(), decoded: new Set() };
  const keys = new Set<string>(credentialKeys);
  const isSensitiveKey = (key: string): boolean => keys.has(key.toLowerCase());
  const redact = (text: string): string => removeAll(text, needles);
  // Values go first and last: masking by name may cut a value short, and must not join its rest.
  const redactData = (text: string): string => redact(maskNamedValues(redact(text), keys, mask));
  return {
    register: (secret) => {
      if (secret.length >= minSecretLength) learn(needles, secret);
    },
    registerKeys: (names) => {
      for (const name of names) {
        keys.add(name.toLowerCase());
      }
    },
    isSensitiveKey,
    redact,
    redactData,
    redactHeader: (name, value) => redact(maskHeader(name, value, mask)),
  };
}

/** What is looked for: in text as it is, and in text whose escapes are undone. */
interface Needles {
  readonly plain: Set<string>;
  readonly decoded: Set<string>;
}

function learn({ plain, decoded }: Needles, secret: string): void {
  for (const spelling of spellingsOf(secret)) {
    plain.add(spelling);
    const forms = decodedForms(spelling).filter(({ length }) => length >= minCutLength);
    forms.forEach((form) => decoded.add(form));
  }
}

/** Takes all needles out, also where they overlap, until none is left. */
function removeAll(text: string, needles: Needles): string {
  if (needles.plain.size === 0) return text;
  const replacement = masks.find((candidate) => isFreeOf(candidate, needles)) ?? '';
  let result = text;
  // A free mask cannot complete a needle at its seams, so one pass does; without any mask the seams
  // may join to a new occurrence, and each pass shortens the text.
  for (;;) {
    const spans = joined([
      ...occurrences(result, needles.plain, '\u2026'),
      ...decodedOccurrences(result, needles.decoded),
    ]);
    if (spans.length === 0) {
      return result;
    }
    result = replaceSpans(result, spans, replacement);
  }
}

function isFreeOf(candidate: string, { plain, decoded }: Needles): boolean {
  const [first = ''] = candidate;
  const [bytes = ''] = decodedForms(first);
  return (
    ![...plain].some((needle) => needle.includes(first)) &&
    ![...decoded].some((needle) => needle.includes(bytes))
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Occurrences behind escapes, as places in the text. */
function decodedOccurrences(original: string, needles: ReadonlySet<string>): readonly Span[] {
  return decodings(original).flatMap(({ text, starts }) =>
    occurrences(text, needles, '\u00e2\u0080\u00a6').map(({ start, end }) => ({
      start: starts[start] ?? 0,
      end: starts[end] ?? original.length,
    })),
  );
}

/** Needles, and beginnings of needles that end at `cut`, the mark of a text that was shortened. */
function occurrences(text: string, needles: ReadonlySet<string>, cut: string): readonly Span[] {
  const found: Span[] = [];
  for (const needle of needles) {
    const head = needle.slice(0, minCutLength);
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      const length = matchAt(text, at, needle);
      if (length === needle.length || text.startsWith(cut, at + length)) {
        found.push({ start: at, end: at + length });
      }
    }
  }
  return found;
}

/** How many characters of the needle stand at a place of the text, which has its head there. */
function matchAt(text: string, at: number, needle: string): number {
  let length = minCutLength;
  while (length < needle.length && text[at + length] === needle[length]) length++;
  return length;
}

/** In the order of the text, none overlapping another. */
function joined(found: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const span of [...found].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last === undefined || span.start > last.end) {
      spans.push(span);
    } else {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    }
  }
  return spans;
}

function replaceSpans(text: string, spans: readonly Span[], replacement: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
