// The ID that was meant in a comment that silences problems.
import type { Analysis } from '../../analysis';
import { suppressionCommentAt } from '../../rules/suppressionComments';
import type { Certainty, Problem } from '../../problem';
import { standing, type Fix } from './fix';

/** One fix for each ID that the comment does not name yet and will not, without quotes. */
export function renameSuppression(
  analysis: Analysis,
  problem: Problem,
  names: readonly string[],
  certainty: Certainty,
): readonly Fix[] {
  const { root, text } = analysis;
  const { span } = problem;
  const comment = suppressionCommentAt(text, root, span);
  if (comment === undefined) return [];
  const { start, end } = comment.list;
  const named = new Set([
    ...text.slice(start, end).split(/[\s,]+/),
    // Those in front in quotes or capitals will be mended, too, and may mean the same.
    ...text
      .slice(start, span.start)
      .toLowerCase()
      .split(/[\s,"'`]+/),
  ]);
  const free = names.filter((name) => !named.has(name));
  return free.map((name, index) => ({
    title: `Change to \`${name}\``,
    edits: [{ span, text: name }],
    ...(index === 0 && standing(certainty)),
  }));
}
