// Mends of a tag that nobody knows: the one that was meant, quotes around what was no tag, or none.
import type { Analysis } from '../../analysis';
import type { DataNode } from '../../document/node';
import type { Certainty, Problem } from '../../problem';
import { table } from '../../schema/table';
import { pathTo, standing, type Fix } from './fix';
import { quoteText } from './quotes';

/** Each is tried: quotes around a list, for example, do not survive that. */
export function mendTag(
  analysis: Analysis,
  problem: Problem,
  names: readonly string[],
  certainty: Certainty,
): readonly Fix[] {
  const { root, text } = analysis;
  const { pointer, span } = problem;
  const node = root === undefined ? undefined : pathTo(root, pointer).at(-1);
  const tag = /^![^\s!]*[ \t]*/.exec(text.slice(span.start, span.end))?.[0] ?? '';
  if (node === undefined || node.borrowed || tag === '' || text[span.start - 1] === '!') return [];
  const instead = (title: string, replacement: string): Fix => {
    const end = span.start + (replacement === '' ? tag : tag.trimEnd()).length;
    // Nothing looks at a value with a tag that nobody knows.
    return {
      title,
      edits: [{ span: { start: span.start, end }, text: replacement }],
      reveals: true,
    };
  };
  const facts = table.factsAt(pointer);
  const isText = facts?.type === 'string' && facts.values.length === 0;
  return [
    ...names.map((name, index) => ({
      ...instead(`Change to \`${name}\``, name),
      ...(index === 0 && standing(certainty)),
    })),
    ...(isText ? quoteText(analysis, problem, 'open') : []),
    // It may be the beginning of a secret, or all that there is.
    ...(facts?.sensitive === true || isEmpty(node) ? [] : [instead('Remove the tag', '')]),
  ];
}

function isEmpty(node: DataNode): boolean {
  return node.kind === 'scalar' && node.source === '';
}
