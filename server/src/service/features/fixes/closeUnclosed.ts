// The quote or bracket that is missing, at the end of the line on which it was opened.
import type { Analysis } from '../../analysis';
import { parseSegment } from '../../document/parse';
import { plainEnd } from '../../document/rowText';
import { lineAround } from '../../document/span';
import type { Problem } from '../../problem';
import { applyEdits, type Fix } from './fix';

/**
 * Behind a bracket a comment stays a comment; whether it is one behind an open quote nobody knows. Only
 * a document that is YAML then shows that it was meant to end there.
 */
export function closeUnclosed(
  { text }: Analysis,
  { span }: Problem,
  closer: string,
): readonly Fix[] {
  const { end: lineEnd } = lineAround(text, span.start);
  const rest = text.slice(span.start, lineEnd);
  const content = text.slice(span.start, plainEnd(text, { start: span.start, end: lineEnd }));
  const isQuote = rest.startsWith(closer);
  if (isQuote && content !== rest.trimEnd()) return [];
  const end = span.start + content.length;
  const edits = [{ span: { start: end, end }, text: closer }];
  if (parseSegment(applyEdits(text, edits)).problems.length > 0) return [];
  const title = isQuote ? 'Add the closing quote' : `Add \`${closer}\``;
  return [{ title, edits, preferred: true, reveals: true }];
}
