// Another text in the place of a scalar. Only this file knows where the text of a scalar ends: the
// span of a block text holds the line break behind it, and a comment behind its mark is no part of it.
import type { Edit } from './edit';
import type { ScalarNode } from './node';
import { firstLine, trimSpan, type Span } from './span';

/** The edits after which `written` stands in the place of `node`, with the comments that stand there. */
export function replaceScalar(
  text: string,
  { span, style }: ScalarNode,
  written: string,
): readonly Edit[] {
  if (style !== 'block') return [{ span, text: written }];
  const header = firstLine(text, span);
  const mark = /^[|>][-+\d]*/.exec(text.slice(header.start, header.end))?.[0] ?? '';
  const lines: Span = { start: header.end, end: trimSpan(text, span).end };
  const replaced = { span: { start: span.start, end: span.start + mark.length }, text: written };
  return lines.end > lines.start ? [replaced, { span: lines, text: '' }] : [replaced];
}
