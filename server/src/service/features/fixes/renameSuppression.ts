// The ID that was meant in a comment that silences problems.
import type { Analysis } from '../../analysis';
import { suppressionComments } from '../../rules/suppressionComments';
import type { Certainty, Problem } from '../../problem';
import { standing, type Fix } from './fix';

/** One fix for each ID that the comment does not name yet, without quotes. */
export function renameSuppression(
  analysis: Analysis,
  problem: Problem,
  names: readonly string[],
  certainty: Certainty,
): readonly Fix[] {
  const { root, text } = analysis;
  const { span } = problem;
  const comment = suppressionComments(text, root).find(
    ({ list }) => list.start <= span.start && span.end <= list.end,
  );
  if (comment === undefined) return [];
  const named = text.slice(comment.list.start, comment.list.end).split(/[\s,]+/);
  const free = names.filter((name) => !named.includes(name));
  return free.map((name, index) => ({
    title: `Change to \`${name}\``,
    edits: [{ span, text: name }],
    ...(index === 0 && standing(certainty)),
  }));
}
