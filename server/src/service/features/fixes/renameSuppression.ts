// The ID that was meant in a comment that silences problems.
import type { Analysis } from '../../analysis';
import { suppressionComments } from '../../rules/suppressionComments';
import type { Problem } from '../../problem';
import type { Fix } from './fix';
import { removeSuppression } from './removeSuppression';

/** One fix for each ID that the comment does not name yet, without quotes; else the wrong one can go. */
export function renameSuppression(
  analysis: Analysis,
  problem: Problem,
  names: readonly string[],
): readonly Fix[] {
  const { root, text } = analysis;
  const { span } = problem;
  const comment = suppressionComments(text, root).find(
    ({ list }) => list.start <= span.start && span.end <= list.end,
  );
  if (comment === undefined) return [];
  const named = text.slice(comment.list.start, comment.list.end).split(/[\s,]+/);
  const free = names.filter((name) => !named.includes(name));
  if (free.length === 0) return removeSuppression(analysis, problem);
  return free.map((name, index) => ({
    title: `Change to \`${name}\``,
    edits: [{ span, text: name }],
    ...(index === 0 && { preferred: true as const }),
    ...(names.length === 1 && { safe: true as const }),
  }));
}
