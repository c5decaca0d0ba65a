// A value that the parser stumbles over only because of how it begins or what it contains: in quotes it
// would be a text like any other.
import type { YAMLError } from 'yaml';
import type { ParseBudget } from './limits';
import { parseYaml } from './parseYaml';
import { lineAround, trimSpan, type Span } from './span';

/** What is said about such a value. */
export const quoteIt = 'This text has a meaning in YAML. Put it in quotes to keep it as it is.';

/**
 * The value on one line that `error` is about, if all is well once it is a word without a meaning.
 * What opens a bracket may be a list, and behind a quote that closes there is something to remove.
 */
export function findValueToQuote(
  text: string,
  error: YAMLError,
  budget: ParseBudget,
): Span | undefined {
  const value = valueOnLine(text, error.pos[0]);
  if (value === undefined || error.pos[0] < value.start) return undefined;
  const { start, end } = value;
  const first = text.charAt(start);
  if (/[[{]/.test(first) || (/["']/.test(first) && error.pos[0] > start + 1)) return undefined;
  if (!budget.take()) return undefined;
  const covered = `${text.slice(0, start)}${'_'.repeat(end - start)}${text.slice(end)}`;
  const next = parseYaml(covered).errors[0];
  return next === undefined || next.pos[0] > end ? value : undefined;
}

/** What stands behind the key, or behind the dash, on the line of `offset`. */
export function valueOnLine(text: string, offset: number): Span | undefined {
  const line = lineAround(text, offset);
  const lead = /^ *(?:- +)*(?:(?<=- +)|[A-Za-z_][\w-]*: +)(?=\S)/.exec(
    text.slice(line.start, line.end),
  );
  if (lead === null) return undefined;
  return trimSpan(text, { start: line.start + lead[0].length, end: line.end });
}
