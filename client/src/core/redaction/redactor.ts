// The one redactor. It stands in front of the log, the request view, the response view and every
// message, and knows the secrets of this window by value as well as by the name of their key.
import { maskHeader } from './sensitiveHeaders';
import { maskNamedValues } from './namedValues';
import { spellingsOf } from './spellings';

/** Removes secrets from text. One per window; it learns secrets as they come into use. */
export interface Redactor {
  /** Remembers a secret value. From now on no text shows it, in none of its usual spellings. */
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

/** Used, in this order, when a registered secret contains the characters of the usual mask. */
const masks = [mask, '******', '######', '……'];

/** Creates a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const needles = new Set<string>();
  const keys = new Set<string>(credentialKeys);
  const isSensitiveKey = (key: string): boolean => keys.has(key.toLowerCase());
  const redact = (text: string): string => removeAll(text, needles);
  // Values go first and last: masking by name may cut a value short, and must not join its rest.
  const redactData = (text: string): string => redact(maskNamedValues(redact(text), keys, mask));
  return {
    register: (secret) => {
      for (const spelling of spellingsOf(secret)) {
        needles.add(spelling);
      }
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

/** Takes all needles out, also where they overlap, until none is left. */
function removeAll(text: string, needles: ReadonlySet<string>): string {
  const replacement = masks.find((candidate) => isFreeOf(candidate, needles)) ?? '';
  let result = text;
  // A free mask cannot complete a needle at its seams, so one pass does; without any mask the seams
  // may join to a new occurrence, and each pass shortens the text.
  for (;;) {
    const spans = occurrences(result, needles);
    if (spans.length === 0) {
      return result;
    }
    result = replaceSpans(result, spans, replacement);
  }
}

function isFreeOf(candidate: string, needles: ReadonlySet<string>): boolean {
  return ![...needles].some((needle) => needle.includes(candidate.charAt(0)));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Joined spans of all occurrences, in the order of the text. */
function occurrences(text: string, needles: ReadonlySet<string>): readonly Span[] {
  const found: Span[] = [];
  for (const needle of needles) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      found.push({ start: at, end: at + needle.length });
    }
  }
  const joined: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) {
      joined.push(span);
    } else {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    }
  }
  return joined;
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
