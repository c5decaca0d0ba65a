// Takes an ID out of a comment that silences problems; the comment goes with its last one.
import { analyze, type Analysis } from '../../analysis';
import { sameData } from '../../document/sameData';
import { lineAround, runStart, type Span } from '../../document/span';
import { suppressionCommentAt } from '../../rules/suppressionComments';
import type { Certainty, Problem } from '../../problem';
import { applyEdits, standing, type Edit, type Fix } from './fix';
import { startOfNextLine } from './removeLines';

/** One fix: the ID with the blanks and commas beside it, or the whole comment. */
export function removeSuppression(
  { root, text }: Analysis,
  { span }: Problem,
  certainty: Certainty,
): readonly Fix[] {
  const comment = suppressionCommentAt(text, root, span);
  if (comment === undefined) return [];
  const edit = removed(text, comment.list, span);
  // Behind a syntax error nobody can be sure that it is a comment.
  const isComment = sameData(root, analyze(applyEdits(text, [edit])).root);
  return isComment ? [{ title: 'Remove it', edits: [edit], ...standing(certainty) }] : [];
}

function removed(text: string, list: Span, span: Span): Edit {
  const before = text.slice(list.start, span.start);
  const behind = text.slice(span.end, list.end);
  if (!/[^\s,]/.test(before + behind)) return { span: commentSpan(text, list), text: '' };
  const gap = /^[\s,]+/.exec(behind)?.[0].length ?? 0;
  const isLast = gap === behind.length;
  const lead = isLast ? before.length - runStart(before, before.length, /[\s,]/) : 0;
  return { span: { start: span.start - lead, end: span.end + gap }, text: '' };
}

/** With its line when it stands alone on it, else with the blanks in front of it. */
function commentSpan(text: string, list: Span): Span {
  const line = lineAround(text, list.start);
  const start = text.lastIndexOf('#', list.start);
  const lead = text.slice(line.start, start);
  return lead.trim() === ''
    ? { start: line.start, end: startOfNextLine(text, list.end) }
    : { start: line.start + lead.trimEnd().length, end: line.end };
}
