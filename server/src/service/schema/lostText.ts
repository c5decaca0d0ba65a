// A text of which nothing is left, because YAML takes its first character for the beginning of a comment
// or of an anchor.
import type { MapEntry } from '../document/node';
import { lineAround, trimSpan } from '../document/span';
import type { Problem } from '../problem';
import type { FieldFacts } from './facts';
import * as say from './messages';

/** What stands behind the key of `entry`, when its value is empty and this may be the text that was meant. */
export function findLostText(
  facts: FieldFacts,
  { keySpan, value, borrowed }: MapEntry,
  text: string,
): Pick<Problem, 'code' | 'span' | 'message' | 'data'> | undefined {
  if (facts.type !== 'string' || value.kind !== 'scalar' || value.style !== 'empty' || borrowed)
    return undefined;
  const rest = { start: keySpan.end, end: lineAround(text, keySpan.end).end };
  const lead = /^:[ \t]+(?=[#&])/.exec(text.slice(rest.start, rest.end))?.[0].length;
  if (lead === undefined) return undefined;
  const span = trimSpan(text, { start: rest.start + lead, end: rest.end });
  // Behind the key of any other field a comment is a comment.
  const isComment = text[span.start] === '#';
  if (isComment && facts.characters === undefined) return undefined;
  return {
    code: 'yaml/altered-text',
    span,
    message: isComment
      ? say.lostText(facts, 'number sign', 'a comment')
      : say.lostText(facts, 'ampersand', 'an anchor'),
    data: { kind: 'quote-line' },
  };
}
