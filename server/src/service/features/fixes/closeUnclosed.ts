// The quote or bracket that is missing, at the end of the line on which it was opened.
import type { Analysis } from '../../analysis';
import { parseSegment } from '../../document/parse';
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
  const rest = text.slice(span.start, lineAround(text, span.start).end);
  const content = rest.replace(/[ \t]+(?:#.*)?$/, '');
  const isQuote = rest.startsWith(closer);
  if (isQuote && content !== rest.trimEnd()) return [];
  const end = span.start + content.length;
  const edits = [{ span: { start: end, end }, text: closer }];
  if (parseSegment(applyEdits(text, edits)).problems.length > 0) return [];
  const title = isQuote ? 'Add the closing quote' : `Add \`${closer}\``;
  return [{ title, edits, preferred: true, reveals: true }];
}
