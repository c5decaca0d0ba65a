// Another value in the place of one that is wrong, with the quotes that stand there.
import type { Analysis } from '../../analysis';
import type { ScalarNode } from '../../document/node';
import { quoteScalar, type QuoteStyle } from '../../document/quoteScalar';
import { replaceScalar } from '../../document/replaceScalar';
import type { Problem } from '../../problem';
import { table } from '../../schema/table';
import { isInFlow, ownScalar, type Fix } from './fix';

/** One fix for each value that could stand there, the likeliest first. */
export function replaceValue(
  { root, text: source }: Analysis,
  problem: Problem,
  values: readonly string[],
): readonly Fix[] {
  const node = ownScalar(root, problem.pointer);
  if (root === undefined || node === undefined) return [];
  const isNumber = table.factsAt(problem.pointer)?.type === 'integer';
  return values.map((value, index) => {
    const text = isNumber
      ? value
      : quoteScalar(value, isInFlow(root, problem.pointer) ? 'flow' : 'block', quotesOf(node));
    const obvious = values.length === 1 && index === 0;
    return {
      title: `Change to \`${value}\``,
      edits: replaceScalar(source, node, text),
      // Rules look at no value that the table refuses.
      ...(problem.code.startsWith('schema/') && { reveals: true as const }),
      ...(index === 0 && { preferred: true as const }),
      ...(obvious && isOnlySpelling(problem) && { safe: true as const }),
    };
  });
}

/** Mends that change how something is written and not what it means. */
function isOnlySpelling({ code }: Problem): boolean {
  return code === 'schema/enum' || code === 'subnets/host-bits';
}

function quotesOf({ style }: ScalarNode): QuoteStyle {
  return style === 'single' || style === 'double' ? style : 'plain';
}
