// A value that the parser stumbles over only because of how it begins or what it contains: in quotes it
// would be a text like any other.
import type { YAMLError } from 'yaml';
import { parseYaml } from './parseYaml';
import { lineAround, trimSpan, type Span } from './span';

/** What is said about such a value. */
export const quoteIt = 'This text has a meaning in YAML. Put it in quotes to keep it as it is.';

/**
 * The value on one line that `error` is about, if it is no YAML by itself either. What opens a bracket
 * may be a list, and behind a quote that closes there is something to remove.
 */
export function findValueToQuote(text: string, error: YAMLError): Span | undefined {
  const value = valueOnLine(text, error.pos[0]);
  if (value === undefined || error.pos[0] < value.start) return undefined;
  const { start, end } = value;
  const first = text.charAt(start);
  if (/[[{]/.test(first) || (/["']/.test(first) && error.pos[0] > start + 1)) return undefined;
  return parseYaml(`k: ${text.slice(start, end)}\n`).errors.length > 0 ? value : undefined;
}

/** What stands behind the key, or behind the dash, on the line of `offset`. */
export function valueOnLine(text: string, offset: number): Span | undefined {
  const line = lineAround(text, offset);
  const lead = /^ *(?:(?:- +)+|[A-Za-z_][\w-]*: +)(?=\S)/.exec(text.slice(line.start, line.end));
  if (lead === null) return undefined;
  return trimSpan(text, { start: line.start + lead[0].length, end: line.end });
}
